import { z } from 'zod/v4';
import { emptySections, StoreFile, storeVersion } from './store-data.ts';

/** The store file of version 6: this version's, without reviews. */
export const StoreFileSix = StoreFile.omit({ reviews: true }).extend({ version: z.literal(6) });

/** What a store of version 6 held, as a file of this version has it. */
export function fromVersionSix(file: z.infer<typeof StoreFileSix>): StoreFile {
  return { ...file, version: storeVersion, reviews: emptySections.reviews };
}
