import { z } from 'zod/v4';
import { emptySections, StoreFile } from './store-data.ts';

/**
 * The store file of version 2: this version's, without reports, safeguarding channels, absences, versions of policies,
 * offered files and memos.
 */
export const StoreFileTwo = StoreFile.omit({ incidents: true, policies: true, files: true, retention: true }).extend({
  version: z.literal(2),
  people: StoreFile.shape.people.omit({ absences: true }),
});

/** What a store of version 2 held, as a file of this version has it. */
export function fromVersionTwo(file: z.infer<typeof StoreFileTwo>): StoreFile {
  const { people, incidents, policies, files, retention } = emptySections;
  return { ...file, version: 4, people: { ...people, ...file.people }, incidents, policies, files, retention };
}
