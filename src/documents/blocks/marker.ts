/** What stands before the words of a list item or a numbered paragraph. */
export interface Marker {
  readonly kind: 'bullet' | 'number' | 'deep' | 'letter' | 'roman' | 'auto';
  /** As printed ("2.4.6", "a.", "(iv)"); absent for bullets and for numbers that the source leaves to the typesetter. */
  readonly printed?: string;
  /** The number or letter's place in its row, for finding neighbours. */
  readonly value: readonly number[];
}

const glyph = '[●•▪▫◦‣⁃∙·○■□◆◇►▶➢➤✓✔❖➔\\uf0a7\\uf0b7\\uf0d8\\uf0fc\\uf076\\u2043]';
const bullet = new RegExp(`^(?:${glyph}\\s*|[-–—*+]\\s+|o\\s+)(?=\\S)`, 'u');
const months = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

/** Several bullets run together on one line: splits before a glyph that is never a word's part. */
export const runOnBullet = new RegExp(`(?<=\\S)\\s+(?=${glyph}\\s)`, 'u');

/** A line that is a bullet and nothing else: its words stand on the next line. */
export const loneBullet = new RegExp(`^\\s*(?:${glyph}|[-–*o])\\s*$`, 'u');

/** Takes the marks off the front of a line: a bullet, a number, a letter, or a bullet and then a number. */
export function readMarker(line: string): { marker?: Marker; rest: string } {
  const text = line.trimStart();
  const dot = bullet.exec(text);
  if (!dot) return readOrdinal(text) ?? { rest: text };
  const rest = text.slice(dot[0].length);
  return readOrdinal(rest) ?? { marker: { kind: 'bullet', value: [] }, rest };
}

function readOrdinal(text: string): { marker: Marker; rest: string } | undefined {
  const auto = /^#[.)]\s+(?=\S)/.exec(text);
  if (auto) return { marker: { kind: 'auto', value: [] }, rest: text.slice(auto[0].length) };
  const deep = /^(\d{1,2}(?:\.\d{1,2}){1,5}\.?)(?:\s*[-–:]\s+|\s+)(?=[\p{L}'"‘“([*_])/u.exec(text);
  if (deep?.[1] && !months.test(text.slice(deep[0].length)) && !/^\d+\.\d{2}\s*[ap]m\b/i.test(text)) {
    return ordinal('deep', deep[1], deep[1].split('.').filter(Boolean).map(Number), text.slice(deep[0].length));
  }
  const number = /^(\(?\d{1,3}[.)])(?:\s+(?=\S)|(?=[A-Z][a-z])|$)/u.exec(text);
  if (number?.[1])
    return ordinal('number', number[1], [parseInt(number[1].replace('(', ''), 10)], text.slice(number[0].length));
  const roman = /^(\(?(?:x{0,2}(?:ix|iv|v?i{0,3}))[.)])\s+(?=\S)/i.exec(text);
  if (roman?.[1] && /[ivx]/i.test(roman[1])) {
    return ordinal('roman', roman[1], [romanValue(roman[1])], text.slice(roman[0].length));
  }
  const letter = /^(\([a-zA-Z]\)|[a-zA-Z][.)])\s+(?=\S)/.exec(text);
  if (letter?.[1] && !/^(?:[A-Z]\.\s*)+[A-Z][\p{L}'’-]+$/u.test(text)) {
    return ordinal(
      'letter',
      letter[1],
      [
        letter[1]
          .replace(/[^a-z]/gi, '')
          .toLowerCase()
          .charCodeAt(0) - 96,
      ],
      text.slice(letter[0].length),
    );
  }
  return undefined;
}

function ordinal(kind: Marker['kind'], printed: string, value: number[], rest: string) {
  return { marker: { kind, printed, value }, rest };
}

const digits: Record<string, number> = { i: 1, v: 5, x: 10 };

function romanValue(printed: string): number {
  const values = [...printed.toLowerCase()].map((letter) => digits[letter] ?? 0).filter((value) => value > 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** True where `next` is the number or letter that comes right after `marker` in the same row (or repeats it). */
export function isSibling(marker: Marker | undefined, next: Marker | undefined): boolean {
  if (!marker || !next || marker.value.length === 0 || marker.value.length !== next.value.length) return false;
  if (marker.kind !== next.kind && !(ordinalLetter(marker) && ordinalLetter(next))) return false;
  const before = marker.value.slice(0, -1).join('.') === next.value.slice(0, -1).join('.');
  const step = (next.value.at(-1) ?? 0) - (marker.value.at(-1) ?? 0);
  return before && (step === 1 || (step === 0 && marker.kind === 'deep'));
}

function ordinalLetter(marker: Marker): boolean {
  return marker.kind === 'letter' || marker.kind === 'roman';
}
