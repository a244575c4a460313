import type { CompiledLexicon } from './compile-lexicon.ts';
import { functionWords } from './everyday-words.ts';
import { phraseStemOf, wordsOf } from './words.ts';

/** A text as the search reads it. */
export interface ReadText {
  readonly words: readonly string[];
  /** What each word counts as within a phrase (`phraseStemOf`). */
  readonly stems: readonly string[];
  /** The concepts of each place where the words name some, in the order of the places. */
  readonly named: readonly (readonly number[])[];
  /** What the encoder reads: the words as they stand, and the concepts that they name (“#name”), each once. */
  readonly tokens: readonly string[];
}

export type ReadTexts = (text: string) => ReadText;

/** Makes the reading of texts; one that comes again (a heading, a title) is read once, and so is each word. */
export function createReadTexts(lexicon: CompiledLexicon): ReadTexts {
  const stems = new Map<string, string>();
  const stemOf = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const stem = phraseStemOf(word);
    stems.set(word, stem);
    return stem;
  };
  const texts = new Map<string, ReadText>();
  return (text) => {
    const known = texts.get(text);
    if (known) return known;
    const words = wordsOf(text);
    const read = readWords(words, words.map(stemOf), lexicon);
    texts.set(text, read);
    return read;
  };
}

/** Reads words whose stems are known already. */
export function readWords(words: readonly string[], stems: readonly string[], lexicon: CompiledLexicon): ReadText {
  const tokens = new Set(words);
  const matches = lexicon.match(stems);
  for (const { start, length, concepts } of matches) {
    if (isIdle(words, start, start + length)) continue;
    for (const concept of concepts) tokens.add(lexicon.tokens[concept] ?? '');
  }
  return { words, stems, named: matches.map(({ concepts }) => concepts), tokens: [...tokens] };
}

function isIdle(words: readonly string[], start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!functionWords.has(words[at] ?? '')) return false;
  return true;
}
