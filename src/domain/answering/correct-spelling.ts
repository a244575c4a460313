import { distance } from 'fastest-levenshtein';

/** Gives the word that a misspelt one most likely is, or undefined when nothing known is near enough. */
export type CorrectSpelling = (word: string) => string | undefined;

/**
 * Prepares correction against `vocabulary` (word → how often). Only words of five letters and more are corrected, by
 * one letter up to six letters (endings like -ing not counted) and by two beyond; two letters that changed places count as one. The first letter is
 * taken as right. Of equally near words the more frequent one is given, then the first in the alphabet.
 */
export function createCorrectSpelling(vocabulary: ReadonlyMap<string, number>): CorrectSpelling {
  const shelves = new Map<string, string[]>();
  for (const word of [...vocabulary.keys()].filter((known) => known.length >= 4 && !/\d/.test(known)).sort()) {
    const shelf = shelfOf(word[0] ?? '', word.length);
    const words = shelves.get(shelf);
    if (words) words.push(word);
    else shelves.set(shelf, [word]);
  }
  return (word) => {
    const { length: size } = word.replace(ending, '');
    if (word.length < 5 || size < 4 || (size === 4 && word.length > 5) || /\d/.test(word)) return undefined;
    const reach = size <= 6 ? 1 : 2;
    let best: { word: string; steps: number; count: number } | undefined;
    for (let length = word.length - reach; length <= word.length + reach; length += 1) {
      for (const candidate of shelves.get(shelfOf(word[0] ?? '', length)) ?? []) {
        const steps = stepsBetween(word, candidate);
        const count = vocabulary.get(candidate) ?? 0;
        if (steps > reach) continue;
        if (!best || steps < best.steps || (steps === best.steps && count > best.count))
          best = { word: candidate, steps, count };
      }
    }
    return best?.word;
  };
}

/** An ending is seldom what is misspelt, and makes a short word look long: “boiling” is no “building”. */
const ending = /(?:ings?|ed|ers?|s)$/;

function shelfOf(first: string, length: number): string {
  return `${first}${length}`;
}

function stepsBetween(one: string, other: string): number {
  const steps = distance(one, other);
  return steps === 2 && one.length === other.length && [...one].sort().join('') === [...other].sort().join('')
    ? 1
    : steps;
}
