import { topNumbers } from '../top-numbers.ts';
import { dot } from './dot.ts';
import { topicOf } from './encoded-clauses.ts';
import { type EncoderModel, middleStep, type Precedents } from './finding-model.ts';

/** A question of the corpus that is like the one asked. */
export interface Recalled {
  /** The clause that answered it. */
  readonly clause: Uint16Array;
  /** How alike both are, 0…1. */
  readonly likeness: number;
}

/** So many precedents, and then so many of their questions, are looked at closely. */
const looked = { precedents: 60, questions: 60 } as const;

/** What the direction of both as wholes, and the words of either met by the other's, count in how alike two questions are. */
const counts = { topic: 0.5, words: 0.25 } as const;

type Recall = (rows: Int32Array, most: number) => Recalled[];

/**
 * Makes the look-up of questions (rows of the encoder, -1 for a word that it does not know) among the questions of the
 * precedents; it gives the `most` alike, the most alike first.
 */
export function createRecall(model: EncoderModel, { all: precedents, middles }: Precedents): Recall {
  const { dimensions, vectors, matchWeights, topicWeights, unseenWeight } = model;

  /** How long each question's direction is before it is brought to length 1; worked out when first asked for. */
  const lengths = precedents.map(({ questions }) => new Float32Array(questions.length));
  const lengthOf = (precedent: number, place: number): number => {
    const known = lengths[precedent];
    const question = precedents[precedent]?.questions[place];
    if (!known || !question) return 1;
    if (known[place] === 0) {
      const sum = new Float32Array(dimensions);
      for (const row of question) {
        const [share, start] = [topicWeights[row] ?? 0, row * dimensions];
        for (let axis = 0; axis < dimensions; axis += 1)
          sum[axis] = (sum[axis] ?? 0) + share * (vectors[start + axis] ?? 0);
      }
      known[place] = Math.sqrt(dot(sum, 0, sum, 0, dimensions)) || 1;
    }
    return known[place] ?? 1;
  };

  const weightOf = (row: number): number => (row < 0 ? unseenWeight : (matchWeights[row] ?? 0));

  /** The shares of the words of both that the other's words meet, added up. */
  const wordsMet = (asked: Int32Array, theirs: Uint16Array): number => {
    const best = new Float32Array(theirs.length);
    let [met, whole] = [0, 0];
    for (const row of asked) {
      let most = 0;
      for (let place = 0; row >= 0 && place < theirs.length; place += 1) {
        const other = theirs[place] ?? 0;
        const near = row === other ? 1 : dot(vectors, row * dimensions, vectors, other * dimensions, dimensions);
        if (near > most) most = near;
        if (near > (best[place] ?? 0)) best[place] = near;
      }
      met += weightOf(row) * most * most;
      whole += weightOf(row);
    }
    let [back, all] = [0, 0];
    for (let place = 0; place < theirs.length; place += 1) {
      const weight = weightOf(theirs[place] ?? 0);
      back += weight * (best[place] ?? 0) ** 2;
      all += weight;
    }
    return met / (whole || 1) + back / (all || 1);
  };

  return (rows, most) => {
    const asked = directionOfRows(rows, model);
    const near = new Float64Array(precedents.length);
    for (let at = 0; at < near.length; at += 1)
      near[at] = dot(asked, 0, middles, at * dimensions, dimensions) * middleStep;
    const along = new Map<number, number>();
    const alongOf = (row: number): number => {
      const known = along.get(row);
      if (known !== undefined) return known;
      const value = (topicWeights[row] ?? 0) * dot(asked, 0, vectors, row * dimensions, dimensions);
      along.set(row, value);
      return value;
    };
    return topNumbers(near, looked.precedents)
      .flatMap((at) => {
        const { clause, questions } = precedents[at] ?? { clause: new Uint16Array(), questions: [] };
        return questions.map((question, place) => ({
          ...{ at, clause, question },
          topic: question.reduce((sum, row) => sum + alongOf(row), 0) / lengthOf(at, place),
        }));
      })
      .sort((one, other) => other.topic - one.topic || one.at - other.at)
      .slice(0, looked.questions)
      .map(({ at, clause, question, topic }) => ({
        ...{ at, clause },
        likeness: counts.topic * topic + counts.words * wordsMet(rows, question),
      }))
      .sort((one, other) => other.likeness - one.likeness || one.at - other.at)
      .slice(0, most)
      .map(({ clause, likeness }) => ({ clause, likeness }));
  };
}

/** The direction of some rows together, each counting once; all zero where none is known. */
export function directionOfRows(rows: ArrayLike<number>, model: EncoderModel): Float32Array {
  const all = Int32Array.from(rows);
  return topicOf(
    all.map((_, at) => at),
    new Float32Array(all.length).fill(1),
    all,
    model,
  );
}
