import { z } from 'zod/v4';
import { emptySections, StoreFile, storeVersion } from './store-data.ts';

/** The store file of version 7: this version's, without broadcasts. */
export const StoreFileSeven = StoreFile.omit({ broadcasts: true }).extend({ version: z.literal(7) });

/** What a store of version 7 held, as a file of this version has it. */
export function fromVersionSeven(file: z.infer<typeof StoreFileSeven>): StoreFile {
  return { ...file, version: storeVersion, broadcasts: emptySections.broadcasts };
}
