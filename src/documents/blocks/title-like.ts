import { sectionPrefix } from '../layout/title-key.ts';

const verbs = /\b(?:must|should|shall|will|may|can|cannot|do not|does not|is|are|was|were|has|have|need|needs)\b/i;

/** A line that stops here goes on in what follows: it leads in a list. */
export const openEnd =
  /\b(?:that|to|must|should|will|shall|not|never|the|of|and|or|by|for|with|are|is|be|includes?|including|following)$/i;

/** Short, capital at the start, no full stop, not a sentence and not a name with a year: could be a heading. */
export function isTitleLike(text: string): boolean {
  const words = text.split(' ');
  if (text.length > 90 || words.length > 14 || !/^["'‘“(]?[\p{Lu}\d]/u.test(text)) return false;
  if (/[.,;!…]["'”’]?$/.test(text) || /[.?!]\s+\p{Lu}/u.test(text) || /@|https?:|www\.|\.{3,}|_{3,}/.test(text))
    return false;
  if (/^(?:figure|fig|table|note|nb)\b/i.test(text) && !sectionPrefix.test(text)) return false;
  if (openEnd.test(text)) return false;
  return words.length <= 6 || !verbs.test(text) || text.endsWith('?') || isCapitals(text) || isTitleCase(words);
}

/** Every word that is not a joining word has a capital. */
export function isTitleCase(words: readonly string[]): boolean {
  return words.every(
    (word) =>
      /^[^\p{L}]*\p{Lu}/u.test(word) ||
      !/\p{L}/u.test(word) ||
      /^(?:a|an|and|as|at|by|for|from|in|is|of|on|or|the|to|with|are|be|your|our)$/i.test(word),
  );
}

export function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length >= 3 && letters === letters.toUpperCase();
}
