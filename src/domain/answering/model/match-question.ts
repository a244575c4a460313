import { dot } from './dot.ts';
import { type EncodedClause, type EncodedClauses, topicOf } from './encoded-clauses.ts';
import type { EncoderModel } from './finding-model.ts';

/** How one clause meets a question, by the encoder; all in 0…1. */
export interface ClauseMatch {
  /** Each word of the question met by its nearest word in the clause. */
  readonly match: number;
  /** The same, counting only words of the clause's own text. */
  readonly own: number;
  /** The share of the question that is met by the very word, or one that means it. */
  readonly exact: number;
  /** The most telling word that is left unmet. */
  readonly missed: number;
  /** The share of the clause that the question speaks of. */
  readonly reverse: number;
  /** The best that one stretch of a dozen words of the clause's own text meets of the question. */
  readonly stretch: number;
  /** Question and clause as wholes. */
  readonly topic: number;
  /** match and topic as the model weighs them (the model's own scale). */
  readonly sum: number;
  /** How much of each word of the question is met, 0…1, in the order of its tokens. */
  readonly met: Float32Array;
}

/** A question made ready to be held against clauses. */
export interface MatchedQuestion {
  /** What each of the question's words weighs, as shares of 1. */
  readonly shares: Float32Array;
  /** What the question itself says for no clause's answering it: beside the clauses' sums. */
  readonly silence: number;
  /** match, topic and their sum for one clause: what a short list is made by. */
  sumOf(this: void, clause: number): number;
  matchOf(this: void, clause: number): ClauseMatch;
}

/** From this nearness on a word means the same. */
const same = 0.8;
/** A word that is a smaller share of the question is looked for as it stands only: “the” has no synonyms worth the time. */
export const telling = 0.02;

/** A stretch of a clause, in words that differ; stretches overlap by half. */
const stretch = 12;

/** So many words' nearness to everything is kept: of a school's policies some 2 MB. */
const columnsKept = 200;

/** Makes the matching of questions (their tokens) with all of `encoded`. The same question always gives the same numbers. */
export function createMatchQuestion(
  encoded: EncodedClauses,
  model: EncoderModel,
): (tokens: readonly string[]) => MatchedQuestion {
  const { clauses, places, rows, matchWeights, rarities } = encoded;
  const { dimensions, vectors, unseenWeight, scales, silence } = model;
  const count = rows.length;

  /** The vectors of all tokens in a row, one that the model does not know all zero: read without looking anything up. */
  const theirs = new Float32Array(count * dimensions);
  rows.forEach((row, place) => {
    if (row >= 0) theirs.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), place * dimensions);
  });

  const columns = new Map<number, Float32Array>();

  return (tokens) => {
    const size = tokens.length;
    const asked = Int32Array.from(tokens, (token) => model.rows.get(token) ?? -1);
    const weights = Float32Array.from(
      asked,
      (row, at) =>
        (row < 0 ? unseenWeight : (model.matchWeights[row] ?? 0)) * (rarities[places.get(tokens[at] ?? '') ?? -1] ?? 1),
    );
    const whole = Math.max(1e-9, sumOf(weights));
    const near = nearness(
      tokens,
      asked.map((row, at) => ((weights[at] ?? 0) < telling * whole ? -1 : row)),
    );
    const topic = topicOf(
      Int32Array.from(tokens, (_, at) => at),
      new Float32Array(size).fill(1),
      asked,
      model,
    );
    const best = new Float32Array(size);
    const bestWorth = new Float32Array(size);

    /** Fills in how near each word of the question is to its nearest in a clause. */
    const meet = ({ tokens: places, worths }: EncodedClause): void => {
      best.fill(0);
      for (let place = 0; place < places.length; place += 1) {
        const start = (places[place] ?? 0) * size;
        const worth = worths[place] ?? 0;
        for (let at = 0; at < size; at += 1) {
          const value = (near[start + at] ?? 0) * worth;
          if (value <= (best[at] ?? 0)) continue;
          best[at] = value;
          bestWorth[at] = worth;
        }
      }
    };
    const read = (clause: EncodedClause): Omit<ClauseMatch, 'reverse' | 'stretch' | 'met'> => {
      meet(clause);
      let match = 0;
      let own = 0;
      let exact = 0;
      let missed = 0;
      for (let at = 0; at < size; at += 1) {
        const met = (best[at] ?? 0) ** 2;
        const weight = (weights[at] ?? 0) / whole;
        match += weight * met;
        if (met > 0 && (bestWorth[at] ?? 0) >= 1) own += weight * met;
        if (met > same) exact += weight;
        if (weight * (1 - met) > missed) missed = weight * (1 - met);
      }
      const together = dot(topic, 0, clause.topic, 0, dimensions);
      return { match, own, exact, missed, topic: together, sum: scales[0] * match + scales[1] * together };
    };
    return {
      shares: weights.map((weight) => weight / whole),
      silence: asked.reduce((sum, row) => sum + (silence.weights[row] ?? 0), silence.bias),
      sumOf(number) {
        const clause = clauses[number];
        return clause ? read(clause).sum : 0;
      },
      matchOf(number) {
        const clause = clauses[number];
        if (!clause) throw new Error(`There is no clause ${number}.`);
        const found = read(clause);
        const met = best.map((value) => value ** 2);
        return {
          ...found,
          met,
          reverse: reverseOf(clause, near, size),
          stretch: stretchOf(clause, near, weights, whole),
        };
      },
    };
  };

  /** How near each word of the question (the inner number) is to each token of the clauses; 1 where it is the same. */
  function nearness(tokens: readonly string[], asked: Int32Array): Float32Array {
    const size = tokens.length;
    const near = new Float32Array(size * count);
    tokens.forEach((token, at) => {
      const row = asked[at] ?? -1;
      const self = places.get(token);
      if (row >= 0) {
        const column = columnOf(row);
        for (let place = 0; place < count; place += 1) near[place * size + at] = column[place] ?? 0;
      }
      if (self !== undefined) near[self * size + at] = 1;
    });
    return near;
  }

  /** How near one word is to each token. The words of questions come again and again: the latest are kept. */
  function columnOf(row: number): Float32Array {
    const known = columns.get(row);
    columns.delete(row);
    const column = known ?? new Float32Array(count);
    if (!known) {
      for (let place = 0; place < count; place += 1)
        column[place] = dot(vectors, row * dimensions, theirs, place * dimensions, dimensions);
    }
    columns.set(row, column);
    const [oldest] = columns.keys();
    if (columns.size > columnsKept && oldest !== undefined) columns.delete(oldest);
    return column;
  }

  function stretchOf(
    { tokens, worths }: EncodedClause,
    near: Float32Array,
    weights: Float32Array,
    whole: number,
  ): number {
    const size = weights.length;
    const own = tokens.filter((_, place) => (worths[place] ?? 0) >= 1);
    let most = 0;
    for (let start = 0; start === 0 || start + stretch / 2 < own.length; start += stretch / 2) {
      let met = 0;
      for (let at = 0; at < size; at += 1) {
        let best = 0;
        for (let place = start; place < Math.min(start + stretch, own.length); place += 1) {
          const value = near[(own[place] ?? 0) * size + at] ?? 0;
          if (value > best) best = value;
        }
        met += (weights[at] ?? 0) * best * best;
      }
      if (met > most) most = met;
    }
    return most / whole;
  }

  function reverseOf({ tokens, worths }: EncodedClause, near: Float32Array, size: number): number {
    let met = 0;
    let all = 0;
    for (let place = 0; place < tokens.length; place += 1) {
      if ((worths[place] ?? 0) < 1) continue;
      const token = tokens[place] ?? 0;
      let best = 0;
      for (let at = 0; at < size; at += 1) {
        const value = near[token * size + at] ?? 0;
        if (value > best) best = value;
      }
      const weight = matchWeights[token] ?? 0;
      met += weight * best * best;
      all += weight;
    }
    return all > 0 ? met / all : 0;
  }
}

function sumOf(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
