import { z } from 'zod/v4';
import { emptySections, StoreFile, storeVersion } from './store-data.ts';

/** The store file of version 9: this version's, without slips. */
export const StoreFileNine = StoreFile.omit({ slips: true }).extend({ version: z.literal(9) });

/** What a store of version 9 held, as a file of this version has it. */
export function fromVersionNine(file: z.infer<typeof StoreFileNine>): StoreFile {
  return { ...file, version: storeVersion, slips: emptySections.slips };
}
