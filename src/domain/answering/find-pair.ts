import { type ClauseLengths, type Postings, postingsOf } from './postings.ts';

/** The words of one part of a clause, by number and in order, and what the part weighs. */
export interface WordField {
  readonly stems: Int32Array;
  readonly weight: number;
}

/**
 * Makes the look-up of two words side by side, for clauses with these `fields`. Pairs are counted when they are asked for: there
 * are ten times as many of them as words, and nobody asks for most.
 */
export function createFindPair(
  fields: readonly (readonly WordField[])[],
  numbers: ReadonlyMap<string, number>,
  findWord: (stem: string) => Postings | undefined,
  lengths: ClauseLengths,
): (one: string, other: string) => Postings | undefined {
  return (one, other) => {
    const [first, second] = [numbers.get(one), numbers.get(other)];
    const [ofFirst, ofSecond] = [findWord(one), findWord(other)];
    if (first === undefined || second === undefined || !ofFirst || !ofSecond) return undefined;
    const clauses: number[] = [];
    const raw: number[] = [];
    let at = 0;
    for (const clause of ofFirst.clauses) {
      while ((ofSecond.clauses[at] ?? Infinity) < clause) at += 1;
      if (ofSecond.clauses[at] !== clause) continue;
      const weight = weightIn(fields[clause] ?? [], first, second);
      if (weight === 0) continue;
      clauses.push(clause);
      raw.push(weight);
    }
    return clauses.length > 0 ? postingsOf(clauses, raw, lengths) : undefined;
  };
}

function weightIn(fields: readonly WordField[], first: number, second: number): number {
  let sum = 0;
  for (const { stems, weight } of fields) {
    for (let at = 1; at < stems.length; at += 1) if (stems[at - 1] === first && stems[at] === second) sum += weight;
  }
  return sum;
}
