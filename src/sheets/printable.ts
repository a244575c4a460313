import { plainText } from '../cards/plain-text.ts';

/** The lines of a text as they can be printed: without control characters and what turns the direction of writing. */
export function printableLines(text: string, hasGlyph: (character: number) => boolean): string[] {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => withBreaks(withoutGaps(plainText(line).trim(), hasGlyph)))
    .filter((line) => line !== '');
}

/** Nothing that somebody wrote disappears: a character that the font has not, an emoji say, is printed by its number. */
function withoutGaps(line: string, hasGlyph: (character: number) => boolean): string {
  return [...line]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (isJoiner.test(character) || hasGlyph(code)) return character;
      return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
    })
    .join('');
}

/** A word of any length may end a line in its middle; to find where takes pdfkit minutes for a very long one. */
function withBreaks(line: string): string {
  return line.replace(/[^\s\u200b]{50}(?=[^\s\u200b])/gu, '$&\u200b');
}

/** Joins or varies its neighbours and is not seen itself. */
const isJoiner = /^(?:[\u200b\u200c\u2060]|\u200d|\p{Variation_Selector})$/u;
