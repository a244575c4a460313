import { z } from 'zod/v4';
import { StoreFile, storeVersion } from './store-data.ts';

/** The store file of version 5: this version's, but that the text of a policy's version may be packed without its clauses. */
export const StoreFileFive = StoreFile.extend({ version: z.literal(5) });

/** What a store of version 5 held, as a file of this version has it. */
export function fromVersionFive(file: z.infer<typeof StoreFileFive>): StoreFile {
  return { ...file, version: storeVersion };
}
