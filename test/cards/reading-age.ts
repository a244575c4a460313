import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** The words of a text; a number is one. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[’'.,/-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** The sentences of a text: each ends with a full stop, a question mark, an exclamation mark or the line. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])[”)]*\s+|\n/).filter((sentence) => wordsOf(sentence).length > 0);
}

/** The age at which a text is read without effort: the Flesch-Kincaid grade (a year at school in the United States), and five. */
export function readingAge(texts: readonly string[]): number {
  const words = texts.flatMap(wordsOf);
  return (
    5 +
    fleschKincaid({
      sentence: texts.flatMap(sentencesOf).length,
      word: words.length,
      syllable: words.reduce((sum, word) => sum + syllable(word), 0),
    })
  );
}
