import { z } from 'zod/v4';
import { emptySections, StoreFile, storeVersion } from './store-data.ts';

/** The store file of version 4: this version's, without sign-offs. */
export const StoreFileFour = StoreFile.omit({ signoffs: true }).extend({ version: z.literal(4) });

/** What a store of version 4 held, as a file of this version has it. */
export function fromVersionFour(file: z.infer<typeof StoreFileFour>): StoreFile {
  return { ...file, version: storeVersion, signoffs: emptySections.signoffs };
}
