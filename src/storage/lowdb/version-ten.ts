import { z } from 'zod/v4';
import { emptySections, StoreFile, storeVersion } from './store-data.ts';

/** The store file of version 10: this version's, in which nobody had suggested words. */
export const StoreFileTen = StoreFile.extend({
  version: z.literal(10),
  questions: StoreFile.shape.questions.omit({ suggestions: true }),
});

/** What a store of version 10 held, as a file of this version has it. */
export function fromVersionTen(file: z.infer<typeof StoreFileTen>): StoreFile {
  const { suggestions } = emptySections.questions;
  return { ...file, version: storeVersion, questions: { ...file.questions, suggestions } };
}
