import { gatherNumbers } from './gather-numbers.ts';
import { weights } from './weights.ts';

/** Where a term stands: clause numbers and, beside each, how strongly (0…1, field weights and repetition counted in). */
export interface Postings {
  readonly clauses: Int32Array;
  readonly strengths: Float32Array;
  /** How telling the term is: BM25's inverse document frequency. */
  readonly idf: number;
}

/** How long each clause is, in weighted words, and all of them in the mean. */
export interface ClauseLengths {
  readonly each: readonly number[];
  readonly mean: number;
}

/** A term's postings by the clauses that hold it, rising, and what its places in each weigh together. */
export function postingsOf(
  clauses: ArrayLike<number>,
  raw: ArrayLike<number>,
  { each, mean }: ClauseLengths,
): Postings {
  const { saturation, lengthNorm } = weights;
  const strengths = new Float32Array(raw.length);
  let telling = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const weight = raw[at] ?? 0;
    const long = 1 - lengthNorm + (lengthNorm * (each[clauses[at] ?? 0] ?? mean)) / Math.max(1, mean);
    strengths[at] = weight / (weight + saturation * long);
    if (weight > weights.field.title) telling += 1;
  }
  return { clauses: new Int32Array(clauses), strengths, idf: idfOf(each.length, telling) };
}

/** The idf of a term that `holding` of `count` clauses hold. */
export function idfOf(count: number, holding: number): number {
  return Math.log(1 + (count - holding + 0.5) / (holding + 0.5)) ** weights.rarity;
}

/** Gathers the terms (by number) of one clause after the other. */
export interface TermCounter {
  add(this: void, term: number, weight: number): void;
  /** What was added since the last call is the next clause's. */
  endClause(this: void): void;
  /** By term. */
  postings(this: void, lengths: ClauseLengths): (Postings | undefined)[];
}

export function createTermCounter(): TermCounter {
  const terms = gatherNumbers((length) => new Int32Array(length));
  const clauses = gatherNumbers((length) => new Int32Array(length));
  const sums = gatherNumbers((length) => new Float64Array(length));
  const weightOf: number[] = [];
  const touched: number[] = [];
  let clause = 0;
  return {
    add(term, weight) {
      while (weightOf.length <= term) weightOf.push(0);
      const before = weightOf[term] ?? 0;
      if (before === 0) touched.push(term);
      weightOf[term] = before + weight;
    },
    endClause() {
      for (const term of touched) {
        terms.push(term);
        clauses.push(clause);
        sums.push(weightOf[term] ?? 0);
        weightOf[term] = 0;
      }
      touched.length = 0;
      clause += 1;
    },
    postings(lengths) {
      const ofTerm = terms.all();
      const { starts, places } = byTerm(ofTerm, weightOf.length);
      const [inClause, weights] = [clauses.all(), sums.all()];
      const [sortedClauses, sortedWeights] = [new Int32Array(places.length), new Float64Array(places.length)];
      places.forEach((place, at) => {
        sortedClauses[place] = inClause[at] ?? 0;
        sortedWeights[place] = weights[at] ?? 0;
      });
      return Array.from({ length: weightOf.length }, (_, term) => {
        const [start, end] = [starts[term] ?? 0, starts[term + 1] ?? 0];
        if (start === end) return undefined;
        return postingsOf(sortedClauses.subarray(start, end), sortedWeights.subarray(start, end), lengths);
      });
    },
  };
}

/** Where each of `terms` (numbers below `count`) comes to stand when they are put in order, and where those of each begin. */
function byTerm(terms: Int32Array, count: number): { starts: Int32Array; places: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < count; term += 1) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice(0, count);
  const places = terms.map((term) => {
    const place = next[term] ?? 0;
    next[term] = place + 1;
    return place;
  });
  return { starts, places };
}
