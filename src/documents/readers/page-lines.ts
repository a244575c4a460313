import type { SourceLine } from '../source-line.ts';
import { columnsOf } from './page-columns.ts';
import { type PrintedLine, printedLines } from './printed-lines.ts';
import type { PrintedText } from './printed-text.ts';
import { tableRows } from './table-rows.ts';

type Line = Omit<SourceLine, 'number'>;

/** The lines of all pages in reading order: columns one after the other, table cells side by side in one line. */
export function pageLines(pages: readonly (readonly PrintedText[])[]): Line[] {
  const bodySize = commonest(
    pages
      .flat()
      .flatMap(({ size, text }) => Array.from({ length: Math.ceil(text.length / 8) }, () => Math.round(size * 2) / 2)),
  );
  const perPage = pages.map((texts) => columnsOf(texts.filter(({ turned }) => !turned)).map(printedLines));
  const pitch =
    commonest(
      perPage
        .flat()
        .flatMap(gaps)
        .map((gap) => Math.round(gap * 2) / 2),
    ) || bodySize * 1.2;
  return pages.flatMap((texts, index) => {
    const page = index + 1;
    const upright = (perPage[index] ?? []).flatMap((lines) => columnLines(lines, { page, bodySize, pitch }));
    const turned = texts
      .filter((text) => text.turned)
      .map(({ text }): Line => ({ text, page, style: { furniture: true } }));
    return [...upright, ...turned];
  });
}

function columnLines(
  lines: readonly PrintedLine[],
  { page, bodySize, pitch }: { page: number; bodySize: number; pitch: number },
): Line[] {
  const left = Math.min(...lines.map(({ parts }) => parts[0]?.x ?? Infinity));
  const out: Line[] = [];
  let above: PrintedLine | undefined;
  for (const block of tableRows(lines, pitch)) {
    if (block.kind === 'row') {
      out.push({
        text: block.cells.map((cell) => cell.join(' ')).join('\t'),
        page,
        style: { cells: block.cells, ...(block.first ? { startsParagraph: true } : {}) },
      });
      above = block.last;
      continue;
    }
    const { line } = block;
    const indent = Math.max(0, Math.round(((line.parts[0]?.x ?? left) - left) / (bodySize * 0.5)));
    const gap = above ? above.y - line.y : 0;
    const prominent = line.size >= bodySize * 1.12 || line.bold;
    const starts =
      gap > Math.max(pitch * 1.3, line.size * 1.2 * 1.25) ||
      (above !== undefined && Math.abs(above.size - line.size) > 1.5);
    out.push({
      text: ' '.repeat(Math.min(indent, 40)) + line.text,
      page,
      style: { size: line.size, ...(prominent ? { prominent } : {}), ...(starts ? { startsParagraph: true } : {}) },
    });
    above = line;
  }
  return out;
}

function gaps(lines: readonly PrintedLine[]): number[] {
  return lines
    .slice(1)
    .map((line, index) => (lines[index]?.y ?? 0) - line.y)
    .filter((gap) => gap > 4 && gap < 40);
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}
