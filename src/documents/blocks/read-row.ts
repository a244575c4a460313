import type { SourceLine } from '../source-line.ts';
import { cleanText, splitAtElements } from './clean-text.ts';
import { readMarker, runOnBullet } from './marker.ts';

/** The line under a table's headings, or between its rows. */
export function isTableRule(text: string): boolean {
  return /[-=]{3,}/.test(text) && /^[\s|:+=-]+$/.test(text);
}

/** The cells of a table row, each a list of clauses without their list marks; undefined where the line is not one. */
export function readRow(line: SourceLine): string[][] | undefined {
  if (line.style?.cells) return line.style.cells.map((paragraphs) => paragraphs.flatMap(cellClauses));
  const { text } = line;
  const pipes = /^\s*\|.*\|\s*$/.test(text);
  if (pipes)
    return text
      .trim()
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cellClauses(cell.replaceAll('\\|', '|')));
  if (
    !text.trimStart().includes('\t') ||
    (/^\s*\S{1,6}\t\s*\S/.test(text) &&
      readMarker(text.replace('\t', '  ')).marker &&
      text.trim().split('\t').length < 3)
  )
    return undefined;
  return text.trimStart().split('\t').map(cellClauses);
}

function cellClauses(cell: string): string[] {
  return splitAtElements(cell)
    .flatMap((part) => part.split(runOnBullet))
    .map((part) => {
      const { marker, rest } = readMarker(cleanText(part));
      return marker?.printed ? cleanText(part) : cleanText(rest);
    })
    .filter(Boolean);
}
