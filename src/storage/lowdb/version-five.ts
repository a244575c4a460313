import { z } from 'zod/v4';
import type { StoreFile } from './store-data.ts';
import { fromVersionSix, StoreFileSix } from './version-six.ts';

/** The store file of version 5: version 6's, but that the text of a policy's version may be packed without its clauses. */
export const StoreFileFive = StoreFileSix.extend({ version: z.literal(5) });

/** What a store of version 5 held, as a file of this version has it. */
export function fromVersionFive(file: z.infer<typeof StoreFileFive>): StoreFile {
  return fromVersionSix({ ...file, version: 6 });
}
