import type { Clause } from '../../policies/clause.ts';
import type { Policy } from '../../policies/policy.ts';
import type { EncoderModel } from './finding-model.ts';

/** A clause as the encoder sees it: places in the list of all tokens, and what each is worth by where it stands. */
export interface EncodedClause {
  readonly tokens: Int32Array;
  readonly worths: Float32Array;
  /** The direction of the clause as a whole, of length 1. */
  readonly topic: Float32Array;
}

/** All clauses of some policies made ready for `matchQuestion`. */
export interface EncodedClauses {
  readonly clauses: readonly EncodedClause[];
  readonly places: ReadonlyMap<string, number>;
  /** Each token's row in the model; -1 for one that the model does not know. */
  readonly rows: Int32Array;
  readonly matchWeights: Float32Array;
  /** What each token tells among these clauses (`rarityOf`). */
  readonly rarities: Float32Array;
}

/**
 * What a token tells that stands in `count` of `clauses` clauses: 1 for one that stands in none or a single one, less the more
 * clauses hold it. A school that writes "online" in every other clause is not asked about it by that word.
 */
export function rarityOf(count: number, clauses: number): number {
  if (count <= 1) return 1;
  return Math.log((clauses + 1) / count) / Math.log(clauses + 1);
}

/** Where a token stands decides what it is worth; the highest place counts. A token of the clause's own text is worth 1. */
const worth = { text: 1, leadIn: 0.8, heading: 0.8, outerHeading: 0.4, title: 0.3 } as const;

/** Encodes clauses in their order. `read` gives a text's tokens (`createTextReader`). */
export function encodeClauses(
  clauses: readonly { readonly policy: Policy; readonly clause: Clause }[],
  model: EncoderModel,
  read: (text: string) => readonly string[],
): EncodedClauses {
  const places = new Map<string, number>();
  const placeOf = (token: string): number => {
    const known = places.get(token);
    if (known !== undefined) return known;
    places.set(token, places.size);
    return places.size - 1;
  };
  const found = clauses.map(({ policy, clause }) => {
    const worths = new Map<number, number>();
    const add = (text: string, value: number): void => {
      for (const token of read(text)) {
        const place = placeOf(token);
        if ((worths.get(place) ?? 0) < value) worths.set(place, value);
      }
    };
    add(clause.text, worth.text);
    add([clause.leadIn, clause.column].filter((part) => part !== undefined).join(' '), worth.leadIn);
    add(clause.headingPath.at(-1) ?? '', worth.heading);
    add(clause.headingPath.slice(0, -1).join(' '), worth.outerHeading);
    add(policy.cover.title, worth.title);
    return { tokens: Int32Array.from(worths.keys()), worths: Float32Array.from(worths.values()) };
  });
  const counts = new Int32Array(places.size);
  for (const { tokens } of found) for (const place of tokens) counts[place] = (counts[place] ?? 0) + 1;
  const rows = Int32Array.from(places.keys(), (token) => model.rows.get(token) ?? -1);
  return {
    clauses: found.map((clause) => ({ ...clause, topic: topicOf(clause.tokens, clause.worths, rows, model) })),
    places,
    rows,
    matchWeights: Float32Array.from(rows, (row) => (row < 0 ? model.unseenWeight : (model.matchWeights[row] ?? 0))),
    rarities: Float32Array.from(counts, (count) => rarityOf(count, found.length)),
  };
}

/** The direction of some tokens together, of length 1; all zero where the model knows none of them. */
export function topicOf(
  tokens: Int32Array,
  worths: Float32Array,
  rows: Int32Array,
  { dimensions, vectors, topicWeights }: EncoderModel,
): Float32Array {
  const sum = new Float32Array(dimensions);
  tokens.forEach((token, at) => {
    const row = rows[token] ?? -1;
    if (row < 0) return;
    const share = (worths[at] ?? 0) * (topicWeights[row] ?? 0);
    const start = row * dimensions;
    for (let axis = 0; axis < dimensions; axis += 1)
      sum[axis] = (sum[axis] ?? 0) + share * (vectors[start + axis] ?? 0);
  });
  let square = 0;
  for (const value of sum) square += value * value;
  const length = Math.sqrt(square);
  if (length > 0) for (let axis = 0; axis < dimensions; axis += 1) sum[axis] = (sum[axis] ?? 0) / length;
  return sum;
}
