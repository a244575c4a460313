import { z } from 'zod/v4';
import { StoreFile, storeVersion } from './store-data.ts';

/** The store file of version 8: this version's, in which nobody had chosen one of several schools. */
export const StoreFileEight = StoreFile.extend({ version: z.literal(8) });

/** What a store of version 8 held, as a file of this version has it. */
export function fromVersionEight(file: z.infer<typeof StoreFileEight>): StoreFile {
  return { ...file, version: storeVersion };
}
