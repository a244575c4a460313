import { z } from 'zod/v4';
import { emptySections, type StoreFile } from './store-data.ts';
import { fromVersionFour, StoreFileFour } from './version-four.ts';

/** The store file of version 3: version 4's, without versions of policies, files that are offered and memos of retention. */
export const StoreFileThree = StoreFileFour.omit({ policies: true, files: true, retention: true }).extend({
  version: z.literal(3),
});

/** What a store of version 3 held, as a file of this version has it. */
export function fromVersionThree(file: z.infer<typeof StoreFileThree>): StoreFile {
  const { policies, files, retention } = emptySections;
  return fromVersionFour({ ...file, version: 4, policies, files, retention });
}
