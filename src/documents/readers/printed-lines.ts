import type { PrintedText } from './printed-text.ts';

/** Words that stand together on one line, with no wide gap inside. */
export interface LinePart {
  readonly text: string;
  readonly x: number;
  readonly end: number;
}

export interface PrintedLine {
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly parts: readonly LinePart[];
  /** The parts joined: by a tab where the gap is wide, a mark and its words by two spaces. */
  readonly text: string;
}

const markOnly = /^(?:[^\p{L}\p{N}\s]|o|\(?\d{1,3}(?:\.\d{1,2})*[.)]?|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}[.)])$/u;

/** Groups printed runs into lines from the top down, each from left to right. */
export function printedLines(texts: readonly PrintedText[]): PrintedLine[] {
  const rows: PrintedText[][] = [];
  for (const text of [...texts].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const same = first !== undefined && first.y - text.y < Math.max(2, Math.min(first.size, text.size) * 0.45);
    if (row && same) row.push(text);
    else rows.push([text]);
  }
  return withSharedStarts(rows);
}

/**
 * Splits each row at wide gaps, and at the places where a neighbouring row was split: the cells of a table start at
 * the same place on every row, even where the cell before is full to its edge.
 */
function withSharedStarts(rows: readonly PrintedText[][]): PrintedLine[] {
  let starts: readonly number[] = [];
  const down = rows.map((row) => {
    starts = carried(row, starts);
    return starts;
  });
  starts = [];
  const up = [...rows].reverse().map((row) => {
    starts = carried(row, starts);
    return starts;
  });
  return rows.map((row, index) => toLine(row, [...(down[index] ?? []), ...(up[rows.length - 1 - index] ?? [])]));
}

function carried(row: readonly PrintedText[], starts: readonly number[]): readonly number[] {
  const crosses = (start: number) => row.some(({ x, width }) => x < start - 10 && x + width > start + 10);
  const own = toLine(row, starts)
    .parts.slice(1)
    .map(({ x }) => x);
  return own.length > 0 ? own : starts.filter((start) => !crosses(start));
}

function toLine(row: readonly PrintedText[], starts: readonly number[]): PrintedLine {
  const parts: { text: string; x: number; end: number }[] = [];
  for (const run of [...row].sort((a, b) => a.x - b.x)) {
    const last = parts.at(-1);
    const gap = last ? run.x - last.end : 0;
    const isMark = last !== undefined && markOnly.test(last.text.trim());
    const isCell = gap > run.size * 0.2 && starts.some((start) => Math.abs(start - run.x) <= 1.5);
    if (!last || (!isMark && (gap > run.size * 1.5 || isCell))) {
      parts.push({ text: run.text, x: run.x, end: run.x + run.width });
      continue;
    }
    last.text += isMark && gap > run.size * 0.1 ? '  ' : needsSpace(last.text, run, gap) ? ' ' : '';
    last.text += run.text;
    last.end = run.x + run.width;
  }
  const longest = [...row].sort((a, b) => b.text.length - a.text.length)[0];
  const worded = row.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return {
    y: longest?.y ?? 0,
    size: Math.round((longest?.size ?? 0) * 2) / 2,
    bold: worded.length > 0 && worded.every(({ bold }) => bold),
    parts,
    text: parts.map(({ text }) => text.trimEnd()).join('\t'),
  };
}

function needsSpace(before: string, run: PrintedText, gap: number): boolean {
  return gap > run.size * 0.14 && !/\s$/.test(before) && !/^\s/.test(run.text);
}
