import { dot } from './dot.ts';
import { type EncodedClauses, mostAround, topicOf } from './encoded-clauses.ts';
import type { EncoderModel } from './finding-model.ts';
import { createNearness, type Nearness, nearnessStep, notKnown } from './nearness.ts';

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
  /** How near a clause is as a whole, −1…1: the cheapest of all to know. */
  topicTo(this: void, clause: number): number;
  /** match and topic together for one clause: what a short list is made by. */
  sumOf(this: void, clause: number): number;
  matchOf(this: void, clause: number): ClauseMatch;
}

/** From this nearness on a word means the same. */
const same = 0.8;
/** A word that is a smaller share of the question is looked for as it stands only: “the” has no synonyms worth the time. */
export const telling = 0.02;

/** A stretch of a clause, in words that differ; stretches overlap by half. */
const stretch = 12;

/** A word of the question: its place among the tokens of the clauses, and how near it is to each of them. */
interface AskedWord {
  readonly place: number;
  readonly nearness: Nearness | undefined;
}

/** Makes the matching of questions (their tokens) with all of `encoded`. The same question always gives the same numbers. */
export function createMatchQuestion(
  encoded: EncodedClauses,
  model: EncoderModel,
): (tokens: readonly string[]) => MatchedQuestion {
  const { starts, ownEnds, tokens: theirs, worths, topics, topicAt, places, rows, matchWeights, rarities } = encoded;
  const { dimensions, unseenWeight, scales, silence } = model;
  const nearnessOf = createNearness(rows, model);

  return (tokens) => {
    const size = tokens.length;
    const asked = Int32Array.from(tokens, (token) => model.rows.get(token) ?? -1);
    const weights = Float32Array.from(
      asked,
      (row, at) =>
        (row < 0 ? unseenWeight : (model.matchWeights[row] ?? 0)) * (rarities[places.get(tokens[at] ?? '') ?? -1] ?? 1),
    );
    const whole = Math.max(1e-9, sumOf(weights));
    const words = tokens.map((token, at): AskedWord => {
      const row = asked[at] ?? -1;
      const tells = row >= 0 && (weights[at] ?? 0) >= telling * whole;
      return { place: places.get(token) ?? -1, nearness: tells ? nearnessOf(row) : undefined };
    });
    const topic = topicOf(asked, model);
    const best = new Float32Array(size);
    const bestWorth = new Float32Array(size);

    /** Fills in how near each word of the question is to its nearest in a clause. */
    const meet = (clause: number): void => {
      const [start, ownEnd, end] = [starts[clause] ?? 0, ownEnds[clause] ?? 0, starts[clause + 1] ?? 0];
      for (let at = 0; at < size; at += 1) {
        const { place: self = -1, nearness } = words[at] ?? {};
        let most = 0;
        let worthOfMost = 0;
        for (let nth = start; self >= 0 && nth < end; nth += 1) {
          if (theirs[nth] !== self) continue;
          most = worthOfMost = worths[nth] ?? 0;
          break;
        }
        // What is met by the very word in the clause's own text is met whole.
        if (nearness && most < 1) {
          let steps = 0;
          for (let nth = start; nth < ownEnd; nth += 1) steps = Math.max(steps, stepsTo(nearness, theirs[nth] ?? 0));
          if (steps * nearnessStep > most) {
            most = steps * nearnessStep;
            worthOfMost = 1;
          }
          for (let nth = ownEnd; most < mostAround && nth < end; nth += 1) {
            const worth = worths[nth] ?? 0;
            const met = stepsTo(nearness, theirs[nth] ?? 0) * nearnessStep * worth;
            if (met <= most) continue;
            most = met;
            worthOfMost = worth;
          }
        }
        best[at] = most;
        bestWorth[at] = worthOfMost;
      }
    };
    /** How near each token of a clause's own text is to each word of the question (the inner number), 0…1. */
    const nearnessOfOwn = (own: Int32Array): Float64Array => {
      const near = new Float64Array(own.length * size);
      words.forEach(({ place: self, nearness }, at) => {
        for (let nth = 0; nth < own.length; nth += 1) {
          const place = own[nth] ?? 0;
          const steps = place !== self && nearness ? stepsTo(nearness, place) : 0;
          near[nth * size + at] = place === self ? 1 : Math.max(0, steps) * nearnessStep;
        }
      });
      return near;
    };
    const topicTo = (clause: number): number => dot(topic, 0, topics, topicAt(clause), dimensions);
    const read = (clause: number): Omit<ClauseMatch, 'reverse' | 'stretch' | 'met'> => {
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
      const together = topicTo(clause);
      return { match, own, exact, missed, topic: together, sum: scales[0] * match + scales[1] * together };
    };
    return {
      shares: weights.map((weight) => weight / whole),
      silence: asked.reduce((sum, row) => sum + (silence.weights[row] ?? 0), silence.bias),
      topicTo,
      sumOf: (clause) => read(clause).sum,
      matchOf(clause) {
        if (clause >= starts.length - 1) throw new Error(`There is no clause ${clause}.`);
        const found = read(clause);
        const met = best.map((value) => value ** 2);
        const own = theirs.subarray(starts[clause], ownEnds[clause]);
        const near = nearnessOfOwn(own);
        return { ...found, met, reverse: reverseOf(own, near, size), stretch: stretchOf(near, weights, whole) };
      },
    };
  };

  function reverseOf(own: Int32Array, near: Float64Array, size: number): number {
    let met = 0;
    let all = 0;
    for (let nth = 0; nth < own.length; nth += 1) {
      let best = 0;
      for (let at = nth * size; at < (nth + 1) * size; at += 1) best = Math.max(best, near[at] ?? 0);
      const weight = matchWeights[own[nth] ?? 0] ?? 0;
      met += weight * best * best;
      all += weight;
    }
    return all > 0 ? met / all : 0;
  }
}

function stretchOf(near: Float64Array, weights: Float32Array, whole: number): number {
  const size = weights.length;
  const count = size > 0 ? near.length / size : 0;
  let most = 0;
  for (let start = 0; start === 0 || start + stretch / 2 < count; start += stretch / 2) {
    let met = 0;
    for (let at = 0; at < size; at += 1) {
      let best = 0;
      for (let nth = start; nth < Math.min(start + stretch, count); nth += 1)
        best = Math.max(best, near[nth * size + at] ?? 0);
      met += (weights[at] ?? 0) * best * best;
    }
    if (met > most) most = met;
  }
  return most / whole;
}

function stepsTo({ known, workOut }: Nearness, place: number): number {
  const steps = known[place] ?? 0;
  return steps === notKnown ? workOut(place) : steps;
}

function sumOf(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
