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
  const usual = (word: string): boolean => {
    const lower = word.toLowerCase();
    return functionWords.has(lower) || everydayStems.has(stemOf(lower)) || knows(stemOf(lower));
  };
  return [...text.matchAll(pair)].some(([, first = '', last = '']) => !usual(first) && !usual(last));
}
