import { z } from 'zod/v4';
import { emptySections, StoreFile, storeVersion } from './store-data.ts';

/** The store file of version 5: this version's, without broadcasts. */
export const StoreFileFive = StoreFile.omit({ broadcasts: true }).extend({ version: z.literal(5) });

/** What a store of version 5 held, as a file of this version has it. */
export function fromVersionFive(file: z.infer<typeof StoreFileFive>): StoreFile {
  return { ...file, version: storeVersion, broadcasts: emptySections.broadcasts };
}
