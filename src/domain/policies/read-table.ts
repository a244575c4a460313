import type { LineProblem } from './problem.ts';
import { readSpan, type Span } from './span.ts';

export interface Cell {
  /** The clauses of the cell, in order; `<br>` stands between them. */
  readonly spans: readonly Span[];
}

/** Splits a table row at its unescaped pipes; offsets are kept. `line` is 1-based. */
export function readRow(row: string, line: number, problems: LineProblem[]): Cell[] {
  const bounds = [...row.matchAll(/(?<!\\)\|/g)].map((match) => match.index);
  if (!/\|\s*$/.test(row)) bounds.push(row.length);
  return bounds.slice(1).map((end, i) => ({ spans: readCell(row, (bounds[i] ?? 0) + 1, end, line, problems) }));
}

function readCell(row: string, start: number, end: number, line: number, problems: LineProblem[]): Span[] {
  const text = row.slice(start, end);
  const spans: Span[] = [];
  let from = 0;
  for (const stop of [...text.matchAll(/<br\s*\/?>/gi), undefined]) {
    const piece = text.slice(from, stop?.index ?? text.length);
    const span = readSpan(piece, line, start + from, problems);
    if (span.markdown || span.hasBraces) spans.push(span);
    if (stop) from = stop.index + stop[0].length;
  }
  return spans;
}

/** Whether `row` is the line under a table's headings. */
export function isDelimiterRow(row: string): boolean {
  return /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/.test(row);
}
