import type { CompiledLexicon } from '../compile-lexicon.ts';
import { functionWords } from '../everyday-words.ts';
import { phraseStemOf, wordsOf } from '../words.ts';

/** What the encoder reads of a text: its words as they stand, and the concepts they name (“#name”), each once. */
export function createTokensOf(lexicon: CompiledLexicon): (words: readonly string[]) => string[] {
  return (words) => {
    const matches = lexicon.match(words.map(phraseStemOf));
    const concepts = matches.flatMap(({ start, length, concepts }) =>
      words.slice(start, start + length).every((word) => functionWords.has(word))
        ? []
        : concepts.map((concept) => `#${lexicon.names[concept] ?? ''}`),
    );
    return [...new Set([...words, ...concepts])];
  };
}

/** `createTokensOf` over whole texts; a text that comes again (a heading, a title) is read once. */
export function createTextReader(lexicon: CompiledLexicon): (text: string) => readonly string[] {
  const tokensOf = createTokensOf(lexicon);
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const tokens = tokensOf(wordsOf(text));
    known.set(text, tokens);
    return tokens;
  };
}
