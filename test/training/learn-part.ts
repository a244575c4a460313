import type { FindingModel } from '../../src/domain/answering/model/finding-model.ts';
import { encoderTasks, precedentsOf, questionLists, type QuestionList } from './build-lists.ts';
import { dealLibraries } from './deal-libraries.ts';
import type { Lesson } from './read-lessons.ts';
import { trainEncoder } from './train-encoder.ts';
import { readWordVectors } from './word-vectors.ts';

/** What the search has of the corpus before it ranks. */
export type Learnt = Pick<FindingModel, 'encoder' | 'precedents'>;

/** The policies are dealt into so many parts; what is learnt of a part is held against the others. */
export const parts = 2;
/** What is left to chance begins here. */
export const seed = 20261130;

/** So many policies are asked together as one library. */
const library = 7;

/** Learns an encoder from some lessons, and keeps them as precedents. */
export async function learnFrom(lessons: readonly Lesson[], seed: number): Promise<Learnt> {
  const encoder = await trainEncoder(encoderTasks(lessons), readWordVectors(), seed);
  return { encoder, precedents: precedentsOf(lessons, encoder) };
}

/** The short lists that the ranker learns from: of each policy alone, and of several together. */
export function listsFor(lessons: readonly Lesson[], learnt: Learnt): QuestionList[] {
  const asked = lessons.map(withFewer);
  const libraries = [...asked.map((lesson) => [lesson]), ...dealLibraries(asked, library)];
  return libraries.flatMap((those) => questionLists(those, learnt));
}

/** The ranker learns no more from all questions than from every fourth. */
function withFewer(lesson: Lesson): Lesson {
  return { ...lesson, questions: lesson.questions.filter((_, at) => at % 4 === 0) };
}
