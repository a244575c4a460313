import { cleanText } from './clean-text.ts';
import { coverWords } from './fields.ts';
import type { Piece } from './piece.ts';

/**
 * Looks at each run of table rows: rows that only tell about the document become fields, a lone row a paragraph,
 * signature rows a form; what is left is one piece that carries the table.
 */
export function readTables(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece) continue;
    if (piece.kind !== 'row') {
      out.push(piece);
      continue;
    }
    const run: Piece[] = [];
    const between: Piece[] = [];
    let end = i;
    for (let j = i; j < pieces.length; j++) {
      const row = pieces[j];
      if (row?.kind === 'row' && (j === i || !row.gapBefore || run.length === 0 || between.length > 0)) {
        run.push(row);
        end = j;
      } else if (row?.kind === 'furniture') between.push(row);
      else break;
    }
    out.push(...pieces.slice(i, end + 1).filter(({ kind }) => kind === 'furniture'));
    i = end;
    out.push(...resolve(run));
  }
  return out;
}

function resolve(run: readonly Piece[]): Piece[] {
  const filled = (row: Piece) => (row.cells ?? []).filter((cell) => cell.length > 0);
  if (run.every((row) => filled(row).length <= 1 && !row.cells?.[0]?.some((words) => coverWords.test(words)))) {
    return run.flatMap((row) => (row.cells ?? []).flat().map((text) => ({ ...row, kind: 'text' as const, text })));
  }
  if (isKeyValueTable(run)) return run.flatMap(toFields);
  if (run.length === 1) return run.flatMap(toTexts);
  const [first, ...others] = run;
  if (!first) return [];
  const columns = Math.max(...run.map((row) => row.cells?.length ?? 0));
  const hasHead = isHead(first, others, columns);
  const body = hasHead ? others : run;
  const head = Array.from({ length: columns }, (_, i) => (hasHead ? (first.cells?.[i] ?? []).join(' ') : ''));
  const rows = body.map((row) => Array.from({ length: columns }, (_, i) => row.cells?.[i] ?? []));
  const rowHeadings = columns >= 2 && namesRows(rows, head);
  const table: Piece = { ...first, lines: body.flatMap(({ lines }) => lines), table: { head, rows, rowHeadings } };
  return hasHead ? [{ ...first, kind: 'table-head' }, table] : [table];
}

function isKeyValueTable(run: readonly Piece[]): boolean {
  const keys = run.map((row) => row.cells?.[0]?.join(' ') ?? '');
  const short = keys.every((key) => key.split(' ').length <= 7 && key.length <= 60);
  return short && keys.filter((key) => coverWords.test(key)).length * 2 >= keys.length && run.length <= 20;
}

function toFields(row: Piece): Piece[] {
  const cells = (row.cells ?? []).map((cell) => cell.join(' ')).filter(Boolean);
  const [key = '', ...values] = cells;
  if (values.length === 0 && /\bsign(?:ed|ature)/i.test(key)) return [{ ...row, kind: 'form', text: key }];
  const apart = cells.length > 1 && cells.every((cell) => /:\s*\S/.test(cell));
  const facts = apart ? cells : isUnmarked(row) ? [cells.join(' ')] : [cells.slice(0, 2).join(' '), ...cells.slice(2)];
  return facts.map((text) => ({ ...row, kind: 'field', text }));
}

/** A row alone is a paragraph; where marks or bars stand between its cells, which are no words, one a cell. */
function toTexts(row: Piece): Piece[] {
  const cells = (row.cells ?? []).flat();
  if (isUnmarked(row)) return [{ ...row, kind: 'text', text: cells.join(' ') }];
  return cells.map((text) => ({ ...row, kind: 'text', text, closed: true }));
}

/** Nothing but white space stands between the row's cells. */
function isUnmarked(row: Piece): boolean {
  return cleanText(row.text) === (row.cells ?? []).flat().join(' ');
}

function isHead(first: Piece, others: readonly Piece[], columns: number): boolean {
  const cells = first.cells ?? [];
  if (others.length === 0 || cells.length < columns) return false;
  const short = cells.every(
    (cell) => cell.length <= 1 && (cell[0] ?? '').length <= 60 && (cell[0] ?? '').split(' ').length <= 7,
  );
  if (!short || cells.filter((cell) => cell.length > 0).length < 2) return false;
  const longest = Math.max(...others.flatMap((row) => (row.cells ?? []).flat().map((text) => text.length)), 0);
  return longest > Math.max(...cells.flat().map((text) => text.length));
}

/** The first column is short names and the next is sentences. */
function namesRows(rows: readonly (readonly (readonly string[])[])[], head: readonly string[]): boolean {
  const first = rows.map((cells) => cells[0]?.join(' ') ?? '');
  const second = rows.map((cells) => cells[1]?.join(' ') ?? '');
  const mean = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
  if (/\b(?:do|don['’]t|dos|don['’]ts)\b/i.test(head[0] ?? '')) return false;
  return (
    first.every((text) => text !== '' && text.length <= 60 && !/[.;]$/.test(text)) && mean(second) > 1.5 * mean(first)
  );
}
