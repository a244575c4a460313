import { dot } from './dot.ts';
import type { EncodedClauses } from './encoded-clauses.ts';
import type { EncoderModel, Precedents } from './finding-model.ts';
import { createRecall, directionOfRows } from './recall-questions.ts';

/** What one clause has in common with the clauses that answered questions like this one. */
export interface Precedence {
  /** The share of words and concepts, the most alike question counting most; headings may bring it above 1. */
  readonly share: number;
  /** The highest share, by how alike that question was. */
  readonly most: number;
  /** How near both are as wholes, −1…1. */
  readonly topic: number;
}

/** A question held against the precedents. */
export interface PrecedentQuestion {
  /** How alike the most alike question of a precedent is, 0…1; 0 where there is none. */
  readonly likeness: number;
  precedenceOf(this: void, clause: number): Precedence;
}

/** So many questions are held against the clauses. */
const recalled = 8;
/** How much more a question counts that is more alike. */
const sharpness = 30;
/** A clause is as long as its own words with their lead-in and heading. */
const ownWorth = 0.8;

/**
 * Makes the look-up of precedents of questions (their tokens) for all of `encoded`. Staff ask the same in schools whose policies
 * differ: a question is more like another question than it is like a clause, and a clause more like another clause.
 */
export function createFindPrecedents(
  { clauses, rows, rarities }: EncodedClauses,
  model: EncoderModel,
  precedents: Precedents,
): (tokens: readonly string[]) => PrecedentQuestion {
  const recall = createRecall(model, precedents);
  const places = new Map([...rows].flatMap((row, place) => (row < 0 ? [] : [[row, place] as const])));
  const weightOf = (row: number, place: number | undefined): number =>
    (row < 0 ? model.unseenWeight : (model.matchWeights[row] ?? 0)) *
    (place === undefined ? 1 : (rarities[place] ?? 1));
  const lengths = clauses.map(({ tokens, worths }) =>
    tokens.reduce(
      (sum, place, at) => sum + ((worths[at] ?? 0) >= ownWorth ? weightOf(rows[place] ?? -1, place) : 0),
      0,
    ),
  );

  return (tokens) => {
    const found = recall(
      Int32Array.from(tokens, (token) => model.rows.get(token) ?? -1),
      recalled,
    ).map(({ clause, likeness }) => {
      const weights = new Map<number, number>();
      let length = 0;
      for (const row of clause) {
        const place = places.get(row);
        const weight = weightOf(row, place);
        length += weight;
        if (place !== undefined) weights.set(place, weight);
      }
      return { likeness, weights, length, topic: directionOfRows(clause, model) };
    });
    const first = found[0]?.likeness ?? 0;
    const counts = found.map(({ likeness }) => Math.exp(sharpness * (likeness - first)));
    const all = counts.reduce((sum, count) => sum + count, 0);
    return {
      likeness: first,
      precedenceOf(number) {
        const clause = clauses[number];
        let [share, most, topic] = [0, 0, 0];
        if (!clause) return { share, most, topic };
        found.forEach(({ likeness, weights, length, topic: theirs }, at) => {
          let common = 0;
          clause.tokens.forEach((place, nth) => {
            common += (weights.get(place) ?? 0) * (clause.worths[nth] ?? 0);
          });
          const alike = common / Math.sqrt(Math.max(1e-9, length * (lengths[number] ?? 0)));
          const part = (counts[at] ?? 0) / all;
          share += part * alike;
          most = Math.max(most, likeness * alike);
          topic += part * dot(theirs, 0, clause.topic, 0, model.dimensions);
        });
        return { share, most, topic };
      },
    };
  };
}
