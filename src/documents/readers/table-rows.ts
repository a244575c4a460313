import { readMarker } from '../blocks/marker.ts';
import type { LinePart, PrintedLine } from './printed-lines.ts';

export type PrintedBlock =
  | { readonly kind: 'line'; readonly line: PrintedLine }
  | {
      readonly kind: 'row';
      readonly cells: readonly (readonly string[])[];
      readonly first: boolean;
      readonly last: PrintedLine;
    };

/**
 * Finds tables among a column's lines: runs of lines whose parts start at the same two or more places. A row goes on
 * over the lines that wrap inside its cells. `pitch` is the usual distance between lines, in points.
 */
export function tableRows(lines: readonly PrintedLine[], pitch: number): PrintedBlock[] {
  const blocks: PrintedBlock[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) continue;
    const end = tableEnd(lines, i, pitch);
    if (end === undefined) blocks.push({ kind: 'line', line });
    else {
      blocks.push(...rowsOf(lines.slice(i, end + 1), pitch));
      i = end;
    }
  }
  return blocks;
}

/** Index of the last line of the table that starts at `start`; undefined where none does. */
function tableEnd(lines: readonly PrintedLine[], start: number, pitch: number): number | undefined {
  const first = lines[start];
  if (!first || first.parts.length < 2) return undefined;
  const columns = first.parts.map(({ x }) => x);
  let end = start;
  let paired = 1;
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i];
    const gap = (lines[i - 1]?.y ?? 0) - (line?.y ?? 0);
    if (!line || gap > pitch * 3.5 || !line.parts.every((part) => columnOf(columns, part) !== undefined)) break;
    if (line.parts.length === 1 && runsOver(line.parts[0], columns)) break;
    if (line.parts.length >= 2) paired += 1;
    end = i;
  }
  while (
    end > start &&
    (lines[end]?.parts.length ?? 0) === 1 &&
    columnOf(columns, lines[end]?.parts[0]) === 0 &&
    (lines[end - 1]?.y ?? 0) - (lines[end]?.y ?? 0) > pitch * 1.6
  )
    end -= 1;
  return paired >= 2 ? end : undefined;
}

/** The column a part starts in: within 20 points of the column's own start (cells indent their bullets). */
function columnOf(columns: readonly number[], part: LinePart | undefined): number | undefined {
  if (!part) return undefined;
  const at = columns.findLastIndex((x) => part.x >= x - 6);
  return at >= 0 && part.x - (columns[at] ?? 0) <= 40 ? at : undefined;
}

function runsOver(part: LinePart | undefined, columns: readonly number[]): boolean {
  const at = columnOf(columns, part) ?? 0;
  return part !== undefined && part.end > (columns[at + 1] ?? Infinity) + 2;
}

function rowsOf(lines: readonly PrintedLine[], pitch: number): PrintedBlock[] {
  const columns = lines[0]?.parts.map(({ x }) => x) ?? [];
  const rows: { cells: string[][]; last: PrintedLine }[] = [];
  let above: PrintedLine | undefined;
  for (const line of lines) {
    const gap = above ? above.y - line.y : Infinity;
    const row = rows.at(-1);
    const filled = line.parts.map((part) => columnOf(columns, part) ?? 0);
    if (!row || gap > pitch * 1.25 || isNewRow(row.cells, line, filled)) {
      rows.push({ cells: columns.map(() => []), last: line });
    }
    const target = rows.at(-1);
    line.parts.forEach((part, index) => {
      const cell = target?.cells[filled[index] ?? 0];
      if (!cell) return;
      const starts = readMarker(part.text).marker !== undefined;
      if (cell.length === 0 || starts) cell.push(part.text.trim());
      else cell[cell.length - 1] = `${cell.at(-1)} ${part.text.trim()}`;
    });
    if (target) target.last = line;
    above = line;
  }
  return rows.map(({ cells, last }, index) => ({ kind: 'row', cells, first: index === 0, last }));
}

/** Every column starts something new: a mark in each, or sentences above that have all ended. */
function isNewRow(cells: readonly (readonly string[])[], line: PrintedLine, filled: readonly number[]): boolean {
  if (filled.length < cells.length) return false;
  const ended = cells.every((cell) => cell.length > 0 && /[.;:?!]$/.test(cell.at(-1) ?? ''));
  const starts = line.parts.every(({ text }) => /^\P{Ll}/u.test(text.trim()));
  return (
    starts &&
    (ended ||
      line.parts.every(({ text }) => readMarker(text).marker !== undefined) ||
      cells.every((cell) => cell.join(' ').length < 25))
  );
}
