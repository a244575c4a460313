import { stringify } from 'yaml';
import type { Piece } from '../blocks/piece.ts';
import type { Table } from '../blocks/table.ts';
import type { GuessedFrontMatter } from '../cover/guess-front-matter.ts';
import { escapeInline, escapeWords } from './escape.ts';
import type { SectionMarks } from './mark-sections.ts';
import { splitClause } from './split-clause.ts';

export interface Draft {
  readonly frontMatter: GuessedFrontMatter;
  readonly pieces: readonly Piece[];
  readonly marks: SectionMarks;
  /** The pieces that tell about the document itself. */
  readonly cover: ReadonlySet<Piece>;
}

/** Writes the document as Policy Markdown, without clause ids: stampIds gives those. */
export function writePolicy({ frontMatter, pieces, marks, cover }: Draft): string {
  const { id, title, owner, version, approved, reviewDue, audience, signoff } = frontMatter;
  const head = { id, title, status: 'proposed', owner, version, approved, reviewDue, audience, signoff };
  const yaml = stringify(Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined)), {
    lineWidth: 0,
  });
  const out: string[] = ['---', yaml.trimEnd(), '---', '', `# ${title}`];
  const facts = [...cover].flatMap(({ text }) => splitClause(text)).map((text) => `- ${escapeWords(text)}`);
  if (facts.length > 0) out.push('', '## About this policy {.cover}', '', ...facts);
  out.push(...writeBody(pieces, marks, cover));
  const forms = pieces.filter(({ kind }) => kind === 'form').map(({ text }) => escapeWords(text));
  if (forms.length > 0) out.push('', '## Signatures {.form}', '', ...forms);
  return `${out.join('\n')}\n`;
}

function writeBody(pieces: readonly Piece[], marks: SectionMarks, cover: ReadonlySet<Piece>): string[] {
  const out: string[] = [];
  const path: { level: number; line: string }[] = [];
  let level = 2;
  let reopened: string | undefined;
  let inList = false;
  for (const piece of pieces) {
    if (cover.has(piece) || ['furniture', 'form', 'title', 'front-matter', 'table-head'].includes(piece.kind)) continue;
    if (marks.declarations.some(({ first }) => first === piece))
      out.push('', `${'#'.repeat(Math.min(5, level + 1))} Declaration {.declaration}`, '');
    if (reopened !== undefined && piece.kind !== 'heading') out.push('', reopened, '');
    reopened = undefined;
    if (piece.kind === 'heading') {
      level = piece.level ?? 2;
      const mark = marks.classes.get(piece);
      const number = piece.marker?.printed ? `${piece.marker.printed} ` : '';
      const line = `${'#'.repeat(level)} ${number}${escapeInline(piece.text)}`;
      while ((path.at(-1)?.level ?? 0) >= level) path.pop();
      path.push({ level, line });
      out.push('', mark ? `${line} {.${mark}}` : line, '');
      inList = false;
    } else if (piece.kind === 'row') {
      if (piece.table) out.push('', ...writeTable(piece.table));
      inList = false;
    } else {
      const isItem = piece.kind === 'item' && piece.marker?.kind !== 'deep' && !piece.opensList;
      if (!isItem || !inList) out.push('');
      out.push(...writeWords(piece, isItem));
      inList = isItem;
    }
    if (marks.declarations.some(({ last }) => last === piece)) reopened = (path.at(-2) ?? path.at(-1))?.line;
  }
  return out.filter((line, index) => line !== '' || out[index - 1] !== '');
}

function writeWords(piece: Piece, isItem: boolean): string[] {
  const indent = isItem ? `${'  '.repeat(piece.depth ?? 0)}- ` : '';
  const number = piece.marker?.printed ? `**${piece.marker.printed}** ` : '';
  const clauses = splitClause(piece.text);
  const mark = piece.leadsIn ? ' {.lead-in}' : '';
  const written = clauses.map(
    (text, index) =>
      `${indent}${index === 0 ? number : ''}${escapeWords(text)}${index === clauses.length - 1 ? mark : ''}`,
  );
  return isItem ? written : written.flatMap((line, index) => (index === 0 ? [line] : ['', line]));
}

function writeTable({ head, rows, rowHeadings }: Table): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cell = (clauses: readonly string[]) => clauses.flatMap(splitClause).map(escapeInline).join(' <br> ');
  return [
    ...(rowHeadings ? ['{.row-headings}'] : []),
    line(head.map(escapeInline)),
    line(head.map(() => '---')),
    ...rows.map((cells) => line(cells.map(cell))),
    '',
  ];
}
