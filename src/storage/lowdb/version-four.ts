import { z } from 'zod/v4';
import { emptySections, type StoreFile } from './store-data.ts';
import { fromVersionFive, StoreFileFive } from './version-five.ts';

/** The store file of version 4: version 5's, without sign-offs. */
export const StoreFileFour = StoreFileFive.omit({ signoffs: true }).extend({ version: z.literal(4) });

/** What a store of version 4 held, as a file of this version has it. */
export function fromVersionFour(file: z.infer<typeof StoreFileFour>): StoreFile {
  return fromVersionFive({ ...file, version: 5, signoffs: emptySections.signoffs });
}
