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
  clauses: readonly number[],
  raw: readonly number[],
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
  const clauses: number[][] = [];
  const sums: number[][] = [];
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
        (clauses[term] ??= []).push(clause);
        (sums[term] ??= []).push(weightOf[term] ?? 0);
        weightOf[term] = 0;
      }
      touched.length = 0;
      clause += 1;
    },
    postings: (lengths) =>
      Array.from({ length: clauses.length }, (_, term) => {
        const [own, raw] = [clauses[term], sums[term]];
        return own && raw && postingsOf(own, raw, lengths);
      }),
  };
}
