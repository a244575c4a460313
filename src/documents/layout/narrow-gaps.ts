import type { SourceLine } from '../source-line.ts';

const widest = 12;

/**
 * The lines with their widest gaps and longest rows of dots made narrower, for reading only: a gap of twelve blanks tells as much as one of
 * ten thousand, which would slow every search down. Indentation is kept up to 60 columns.
 */
export function narrowGaps(lines: readonly SourceLine[]): SourceLine[] {
  return lines.map((line) => {
    const start = line.text.length - line.text.trimStart().length;
    const words = line.text.slice(start).trimEnd();
    const end = line.text.slice(start + words.length, start + words.length + widest);
    const narrow = words
      .replace(/\t{13,}/g, '\t'.repeat(widest))
      .replace(/[^\S\t]{13,}/gu, ' '.repeat(widest))
      .replace(/(?:[.…_][ ]?){90,}/gu, (leader) => leader.slice(0, 80));
    return { ...line, text: line.text.slice(Math.max(0, start - 60), start) + narrow + end };
  });
}
