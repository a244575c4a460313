import type { LineProblem } from './problem.ts';
import { isDelimiterRow, readRow, type Cell } from './read-table.ts';
import { readSpan, type Span } from './span.ts';

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly span: Span }
  | { readonly kind: 'paragraph' | 'item'; readonly indent: number; readonly span: Span; readonly number?: string }
  | {
      readonly kind: 'table';
      readonly line: number;
      readonly rowHeadings: boolean;
      readonly head: readonly Cell[];
      readonly rows: readonly (readonly Cell[])[];
    };

const heading = /^(#{1,6})(?:\s+(.*))?$/;
const item = /^(\s*)(?:[-*+]|(\d{1,3}[.)]))(?:\s+|$)/;
const rule = /^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/;
const comment = /^\s*<!--.*-->\s*$/;

/**
 * Reads the body of a policy file line by line. `lines[first…]` is the body (0-based). Lines of a `.form` section
 * are kept out. What the format does not know is told in `problems` and never guessed at.
 */
export function readBlocks(lines: readonly string[], first: number, problems: LineProblem[]): Block[] {
  const blocks: Block[] = [];
  let formLevel = Infinity;
  let openText = false;
  let rowHeadings = false;
  for (let i = first; i < lines.length; i++) {
    const text = lines[i] ?? '';
    const line = i + 1;
    const [, marks, title = ''] = heading.exec(text) ?? [];
    const touching = openText;
    openText = false;
    if (marks !== undefined) {
      if (marks.length <= formLevel) formLevel = Infinity;
      if (formLevel < Infinity) continue;
      const span = readSpan(title, line, text.length - title.length, problems);
      if (!span.markdown)
        problems.push({ line, message: 'this heading has no words; write them or take the line out' });
      if (span.classes.includes('form')) formLevel = marks.length;
      blocks.push({ kind: 'heading', level: marks.length, span });
    } else if (formLevel < Infinity || text.trim() === '' || comment.test(text)) {
      continue;
    } else if (rule.test(text)) {
      if (touching) problems.push({ line, message: 'put an empty line before this line of dashes, or take it out' });
    } else if (text.trim() === '{.row-headings}') {
      rowHeadings =
        lines
          .slice(i + 1)
          .find((next) => next.trim())
          ?.startsWith('|') ?? false;
      if (!rowHeadings) problems.push({ line, message: '{.row-headings} must stand directly above a table' });
    } else if (/^\s*\|/.test(text)) {
      const last = endOfTable(lines, i);
      blocks.push({ kind: 'table', line, rowHeadings, ...readTable(lines, i, last, problems) });
      rowHeadings = false;
      i = last;
    } else {
      const foreign = foreignMark(text);
      if (foreign) problems.push({ line, message: foreign });
      const bullet = item.exec(text);
      if (touching && !bullet)
        problems.push({
          line,
          message: 'a clause is one line: join this line to the one above, or put an empty line between them',
        });
      blocks.push(bullet ? readItem(text, line, bullet, problems) : readParagraph(text, line, problems));
      openText = true;
    }
  }
  return blocks;
}

function readItem(text: string, line: number, bullet: RegExpExecArray, problems: LineProblem[]): Block {
  const [marker, indent, number] = bullet;
  const span = readSpan(text.slice(marker.length), line, marker.length, problems);
  if (!span.markdown) problems.push({ line, message: 'this list item has no words; write them or take the line out' });
  return { kind: 'item', indent: widthOf(indent ?? ''), span, ...(number ? { number } : {}) };
}

function readParagraph(text: string, line: number, problems: LineProblem[]): Block {
  return { kind: 'paragraph', indent: widthOf(/^\s*/.exec(text)?.[0] ?? ''), span: readSpan(text, line, 0, problems) };
}

function readTable(
  lines: readonly string[],
  first: number,
  last: number,
  problems: LineProblem[],
): { head: Cell[]; rows: Cell[][] } {
  const line = first + 1;
  const head = readRow(lines[first] ?? '', line, problems);
  const hasDelimiter = last > first && isDelimiterRow(lines[first + 1] ?? '');
  if (!hasDelimiter)
    problems.push({ line, message: 'a table needs a row of headings and under it a row such as | --- | --- |' });
  const rows: Cell[][] = [];
  for (let i = first + (hasDelimiter ? 2 : 1); i <= last; i++) {
    const row = readRow(lines[i] ?? '', i + 1, problems);
    if (row.length > head.length)
      problems.push({
        line: i + 1,
        message: `this row has ${row.length} cells but the table has ${head.length} columns; write a | that belongs to the words as \\|`,
      });
    rows.push(row);
  }
  return { head, rows };
}

function endOfTable(lines: readonly string[], first: number): number {
  let last = first;
  while (/^\s*\|/.test(lines[last + 1] ?? '')) last++;
  return last;
}

/** A mark that Markdown knows and the format does not, in words for whoever wrote it. */
function foreignMark(text: string): string | undefined {
  if (/^#{2,6}\S/.test(text)) return 'put a space between the # marks and the words of the heading';
  if (/^\s*(```|~~~)/.test(text)) return 'a block of code is not part of the format; write a paragraph or a list';
  if (/^\s*>/.test(text)) return 'a line that starts with > is not part of the format; write a paragraph or a list';
  return undefined;
}

/** Columns of indentation; a tab counts as two. */
function widthOf(indent: string): number {
  return indent.replace(/\t/g, '  ').length;
}
