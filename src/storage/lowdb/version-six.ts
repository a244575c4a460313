import { z } from 'zod/v4';
import { emptySections, type StoreFile } from './store-data.ts';
import { fromVersionSeven, StoreFileSeven } from './version-seven.ts';

/** The store file of version 6: version 7's, without reviews. */
export const StoreFileSix = StoreFileSeven.omit({ reviews: true }).extend({ version: z.literal(6) });

/** What a store of version 6 held, as a file of this version has it. */
export function fromVersionSix(file: z.infer<typeof StoreFileSix>): StoreFile {
  return fromVersionSeven({ ...file, version: 7, reviews: emptySections.reviews });
}
