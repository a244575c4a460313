import { z } from 'zod/v4';
import { emptySections, type StoreFile } from './store-data.ts';
import { fromVersionEight, StoreFileEight } from './version-eight.ts';

/** The store file of version 7: version 8's, without broadcasts. */
export const StoreFileSeven = StoreFileEight.omit({ broadcasts: true }).extend({ version: z.literal(7) });

/** What a store of version 7 held, as a file of this version has it. */
export function fromVersionSeven(file: z.infer<typeof StoreFileSeven>): StoreFile {
  return fromVersionEight({ ...file, version: 8, broadcasts: emptySections.broadcasts });
}
