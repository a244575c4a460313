import { topNumbers } from '../top-numbers.ts';
import { addTo, normalise } from './directions.ts';
import { dot } from './dot.ts';
import { topicOf } from './encoded-clauses.ts';
import { type EncoderModel, middleStep, type Precedents } from './finding-model.ts';
import { telling } from './match-question.ts';

/** A question of the corpus that is like the one asked. */
export interface Recalled {
  /** The clause that answered it. */
  readonly clause: Uint16Array;
  /** How alike both are, 0…1. */
  readonly likeness: number;
}

/** So many shelves of precedents are gone through, and so many precedents, and then of their questions, looked at closely. */
const looked = { shelves: 24, precedents: 60, questions: 40 } as const;

/** What the direction of both as wholes, and the words of either met by the other's, count in how alike two questions are. */
const counts = { topic: 0.5, words: 0.25 } as const;

export type Recall = (rows: Int32Array, most: number) => Recalled[];

/**
 * Makes the look-up of questions (rows of the encoder, -1 for a word that it does not know) among the questions of the
 * precedents; it gives the `most` alike, the most alike first.
 */
export function createRecall(model: EncoderModel, precedents: Precedents): Recall {
  const { dimensions, vectors, matchWeights, topicWeights, unseenWeight } = model;
  const { all } = precedents;
  const nearest = createNearest(precedents, dimensions);
  const weightOf = (row: number): number => (row < 0 ? unseenWeight : (matchWeights[row] ?? 0));

  /** How long each question's direction is before it is brought to length 1; worked out when first asked for. */
  const lengths = all.map(({ questions }) => new Float32Array(questions.length));
  const lengthOf = (precedent: number, place: number): number => {
    const known = lengths[precedent];
    const question = all[precedent]?.questions[place];
    if (!known || !question) return 1;
    if (known[place] === 0) {
      const sum = new Float32Array(dimensions);
      for (const row of question) addTo(sum, 0, topicWeights[row] ?? 0, vectors, row * dimensions, dimensions);
      known[place] = Math.sqrt(dot(sum, 0, sum, 0, dimensions)) || 1;
    }
    return known[place] ?? 1;
  };

  /** Makes the sum of the shares of the words of both that the other's words meet. */
  const createWordsMet = (asked: Int32Array): ((theirs: Uint16Array) => number) => {
    const whole = asked.reduce((sum, row) => sum + weightOf(row), 0) || 1;
    const words = [...asked].map((row) => ({
      row,
      weight: weightOf(row),
      near: weightOf(row) < telling * whole ? undefined : new Map<number, number>(),
    }));
    return (theirs) => {
      const best = new Float32Array(theirs.length);
      let met = 0;
      for (const { row, weight, near } of words) {
        let most = 0;
        for (let place = 0; row >= 0 && place < theirs.length; place += 1) {
          const other = theirs[place] ?? 0;
          let value = row === other ? 1 : near ? near.get(other) : 0;
          if (value === undefined) {
            value = dot(vectors, row * dimensions, vectors, other * dimensions, dimensions);
            near?.set(other, value);
          }
          if (value > most) most = value;
          if (value > (best[place] ?? 0)) best[place] = value;
        }
        met += weight * most * most;
      }
      let [back, sum] = [0, 0];
      for (let place = 0; place < theirs.length; place += 1) {
        const weight = weightOf(theirs[place] ?? 0);
        back += weight * (best[place] ?? 0) ** 2;
        sum += weight;
      }
      return met / whole + back / (sum || 1);
    };
  };

  return (rows, most) => {
    const asked = topicOf(rows, model);
    const wordsMet = createWordsMet(rows);
    const along = new Map<number, number>();
    const alongOf = (row: number): number => {
      const known = along.get(row);
      if (known !== undefined) return known;
      const value = (topicWeights[row] ?? 0) * dot(asked, 0, vectors, row * dimensions, dimensions);
      along.set(row, value);
      return value;
    };
    const found: { precedent: number; place: number }[] = [];
    const topics: number[] = [];
    for (const precedent of nearest(asked)) {
      all[precedent]?.questions.forEach((question, place) => {
        let topic = 0;
        for (const row of question) topic += alongOf(row);
        found.push({ precedent, place });
        topics.push(topic / lengthOf(precedent, place));
      });
    }
    return topNumbers(new Float64Array(topics), looked.questions)
      .flatMap((at) => {
        const { precedent = 0, place = 0 } = found[at] ?? {};
        const { clause, questions } = all[precedent] ?? {};
        const question = questions?.[place];
        if (!clause || !question) return [];
        return [{ clause, likeness: counts.topic * (topics[at] ?? 0) + counts.words * wordsMet(question) }];
      })
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, most);
  };
}

/** Makes the look-up of the precedents whose questions lie nearest to a direction: on the shelves nearest to it. */
function createNearest({ all, middles, shelves }: Precedents, dimensions: number): (asked: Float32Array) => number[] {
  const starts = shelves.map((_, shelf) => shelves.slice(0, shelf).reduce((sum, size) => sum + size, 0));
  const centres = new Float32Array(shelves.length * dimensions);
  shelves.forEach((size, shelf) => {
    const start = starts[shelf] ?? 0;
    for (let at = start; at < start + size; at += 1)
      for (let axis = 0; axis < dimensions; axis += 1)
        centres[shelf * dimensions + axis] =
          (centres[shelf * dimensions + axis] ?? 0) + (middles[at * dimensions + axis] ?? 0);
    normalise(centres, shelf * dimensions, dimensions);
  });
  const near = new Float64Array(all.length);
  return (asked) => {
    // Above 0, so that a shelf or a precedent on the other side is looked at too where there are no others.
    const shares = Float64Array.from(shelves, (_, shelf) => 2 + dot(asked, 0, centres, shelf * dimensions, dimensions));
    near.fill(0);
    for (const shelf of topNumbers(shares, looked.shelves)) {
      const start = starts[shelf] ?? 0;
      for (let at = start; at < start + (shelves[shelf] ?? 0); at += 1)
        near[at] = dot(asked, 0, middles, at * dimensions, dimensions) * middleStep;
    }
    return topNumbers(near, looked.precedents);
  };
}
