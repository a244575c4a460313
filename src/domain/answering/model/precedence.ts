import { dot } from './dot.ts';
import { type EncodedClauses, topicOf } from './encoded-clauses.ts';
import type { EncoderModel, Precedents } from './finding-model.ts';
import { createRecall, type Recall } from './recall-questions.ts';

/** What one clause has in common with the clauses that answered questions like this one. */
export interface Precedence {
  /** The share of words and concepts, 0…1, the most alike question counting most. */
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

/** One model remembers for all finders. */
const recalls = new WeakMap<Precedents, Recall>();

/**
 * Makes the look-up of precedents of questions (their tokens) for all of `encoded`. Staff ask the same in schools whose policies
 * differ: a question is more like another question than it is like a clause, and a clause more like another clause.
 */
export function createFindPrecedents(
  { starts, tokens: theirs, worths, topics, topicAt, rows, rarities }: EncodedClauses,
  model: EncoderModel,
  precedents: Precedents,
): (tokens: readonly string[]) => PrecedentQuestion {
  const recall = recalls.get(precedents) ?? createRecall(model, precedents);
  recalls.set(precedents, recall);
  const places = new Map<number, number>();
  rows.forEach((row, place) => {
    if (row >= 0) places.set(row, place);
  });
  const weightOf = (row: number, place: number | undefined): number =>
    (row < 0 ? model.unseenWeight : (model.matchWeights[row] ?? 0)) *
    (place === undefined ? 1 : (rarities[place] ?? 1));
  const lengthOf = (clause: number): number => {
    let sum = 0;
    for (let at = starts[clause] ?? 0; at < (starts[clause + 1] ?? 0); at += 1) {
      const place = theirs[at] ?? 0;
      if ((worths[at] ?? 0) >= ownWorth) sum += weightOf(rows[place] ?? -1, place);
    }
    return sum;
  };

  return (tokens) => {
    const found = recall(
      Int32Array.from(tokens, (token) => model.rows.get(token) ?? -1),
      recalled,
    );
    /** What each token weighs in the clause of each precedent, where it has it. */
    const weights = new Map<number, Float64Array>();
    const lengths = found.map(({ clause }, nth) => {
      let length = 0;
      for (const row of clause) {
        const place = places.get(row);
        const weight = weightOf(row, place);
        length += weight;
        if (place === undefined) continue;
        const own = weights.get(place) ?? new Float64Array(found.length);
        own[nth] = weight;
        weights.set(place, own);
      }
      return length;
    });
    const directions = found.map(({ clause }) => topicOf(clause, model));
    const first = found[0]?.likeness ?? 0;
    const counts = found.map(({ likeness }) => Math.exp(sharpness * (likeness - first)));
    const all = counts.reduce((sum, count) => sum + count, 0);
    return {
      likeness: first,
      precedenceOf(clause) {
        const common = new Float64Array(found.length);
        for (let at = starts[clause] ?? 0; at < (starts[clause + 1] ?? 0); at += 1) {
          const worth = worths[at] ?? 0;
          weights.get(theirs[at] ?? 0)?.forEach((weight, nth) => {
            common[nth] = (common[nth] ?? 0) + weight * worth;
          });
        }
        const length = lengthOf(clause);
        let [share, most, topic] = [0, 0, 0];
        found.forEach(({ likeness }, nth) => {
          const both = Math.sqrt(length * (lengths[nth] ?? 0));
          const alike = both > 0 ? Math.min(1, (common[nth] ?? 0) / both) : 0;
          const part = (counts[nth] ?? 0) / all;
          share += part * alike;
          most = Math.max(most, likeness * alike);
          const direction = directions[nth];
          if (direction) topic += part * dot(direction, 0, topics, topicAt(clause), model.dimensions);
        });
        return { share, most, topic };
      },
    };
  };
}
