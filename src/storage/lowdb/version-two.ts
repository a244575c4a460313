import { z } from 'zod/v4';
import { emptySections, type StoreFile } from './store-data.ts';
import { fromVersionThree, StoreFileThree } from './version-three.ts';

/** The store file of version 2: version 3's, without reports, safeguarding channels and absences. */
export const StoreFileTwo = StoreFileThree.omit({ incidents: true }).extend({
  version: z.literal(2),
  people: StoreFileThree.shape.people.omit({ absences: true }),
});

/** What a store of version 2 held, as a file of this version has it. */
export function fromVersionTwo(file: z.infer<typeof StoreFileTwo>): StoreFile {
  const { people, incidents } = emptySections;
  return fromVersionThree({ ...file, version: 3, people: { ...people, ...file.people }, incidents });
}
