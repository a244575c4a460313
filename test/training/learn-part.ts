import type { FindingModel } from '../../src/domain/answering/model/finding-model.ts';
import { encoderTasks, precedentsOf, questionLists, type QuestionList } from './build-lists.ts';
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
  return [...alone(lessons, learnt), ...together(lessons, learnt)];
}

function alone(lessons: readonly Lesson[], learnt: Learnt): QuestionList[] {
  return lessons.flatMap((lesson) => questionLists([everyNth(lesson, 4)], learnt));
}

function together(lessons: readonly Lesson[], learnt: Learnt): QuestionList[] {
  const libraries: Lesson[][] = [];
  for (let at = 0; at < lessons.length; at += library) libraries.push(lessons.slice(at, at + library));
  return libraries.flatMap((those) =>
    questionLists(
      those.map((lesson) => everyNth(lesson, 8)),
      learnt,
    ),
  );
}

/** The ranker learns no more from all questions than from a part, and a library has seven times as many clauses. */
function everyNth(lesson: Lesson, nth: number): Lesson {
  return { ...lesson, questions: lesson.questions.filter((_, at) => at % nth === 0) };
}
