import { everydayStems, functionWords } from './everyday-words.ts';
import { stemOf } from './words.ts';

const titled = /\b(?:Mr|Mrs|Ms|Miss|Dr|Rev|Sir)\.? [A-Z]/;
const pair = /(?=\b([A-Z][a-z’'-]+) ([A-Z][a-z’'-]+)\b)/g;

/**
 * True where a text names a person: a title with a name, or two capitalised words of which neither is a word that
 * schools use ("Debbie Marsh", not "Designated Lead"). `knows` says whether a stem is such a word.
 */
export function namesSomebody(text: string, knows: (stem: string) => boolean): boolean {
  if (titled.test(text)) return true;
  return [...text.matchAll(pair)].some(([, first = '', last = '']) => !isUsual(first, knows) && !isUsual(last, knows));
}

const within = /[\p{Ll}\d,;:()"'“] (\p{Lu}[\p{L}\d]+)/gu;

/** True where a text holds a capitalised word, not at the start of a sentence, that is no word schools use. */
export function namesSomething(text: string, knows: (stem: string) => boolean): boolean {
  return [...text.matchAll(within)].some(([, name = '']) => !isUsual(name, knows));
}

function isUsual(word: string, knows: (stem: string) => boolean): boolean {
  const lower = word.toLowerCase();
  return functionWords.has(lower) || everydayStems.has(stemOf(lower)) || knows(stemOf(lower));
}
