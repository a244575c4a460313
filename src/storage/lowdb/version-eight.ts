import { z } from 'zod/v4';
import type { StoreFile } from './store-data.ts';
import { fromVersionNine, StoreFileNine } from './version-nine.ts';

/** The store file of version 8: version 9's, in which nobody had chosen one of several schools. */
export const StoreFileEight = StoreFileNine.extend({ version: z.literal(8) });

/** What a store of version 8 held, as a file of this version has it. */
export function fromVersionEight(file: z.infer<typeof StoreFileEight>): StoreFile {
  return fromVersionNine({ ...file, version: 9 });
}
