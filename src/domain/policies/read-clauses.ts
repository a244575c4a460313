import type { Clause, ClauseKind } from './clause.ts';
import { plainText } from './plain-text.ts';
import type { LineProblem } from './problem.ts';
import type { Block } from './read-blocks.ts';
import type { Span } from './span.ts';

/** A clause as the file has it: its id may still be missing. */
export interface DraftClause {
  readonly span: Span;
  readonly clause: Omit<Clause, 'id'>;
}

interface Section {
  readonly level: number;
  readonly title: string;
  readonly kind?: 'cover' | 'declaration';
  readonly binds?: 'pupils' | 'parents';
}

const headingClasses = ['cover', 'declaration', 'pupils', 'parents', 'form'];
const printedNumber =
  /^(?:\(?\d{1,3}(?:\.\d{1,3})*[a-z]?(?:\.|\)|:)?|\(?[a-z](?:\.|\))|\(?[ivxlc]{1,6}(?:\.|\))|\(?\d{0,3}[a-z]\)|[A-Z]{1,2}\d{1,3}(?:\.\d{1,3})*\.?|(?:Appendix|Annexe?|Section|Schedule|Part|Rule|Article) [\dA-Z]{1,3}[.:]?)$/i;

/**
 * Gives every block its place: heading path, number as printed, lead-in, column, kind and whom it binds.
 * `title` is the policy's title, which the one `#` heading must repeat.
 */
export function readClauses(
  blocks: readonly Block[],
  title: string | undefined,
  problems: LineProblem[],
): DraftClause[] {
  const drafts: DraftClause[] = [];
  let sections: Section[] = [];
  let standingLead: string | undefined;
  let blockLead: string | undefined;
  let list: { indent: number; lead: string | undefined }[] = [];
  const add = (
    span: Span,
    kind: ClauseKind,
    place: { leadIn?: string | undefined; column?: string | undefined; number?: string | undefined },
  ) => {
    const { ref, text } = splitNumber(span.markdown, place.number);
    if (!text) return '';
    const kindHere = kind === 'lead-in' ? kind : (nearest(sections, 'kind') ?? kind);
    const binds = nearest(sections, 'binds');
    const clause = {
      kind: kindHere,
      ...(ref && { ref }),
      headingPath: sections.map((section) => section.title),
      ...(place.leadIn && { leadIn: place.leadIn }),
      ...(place.column && { column: place.column }),
      text,
      ...(binds && { binds }),
      line: span.line,
    };
    drafts.push({ span, clause });
    return text;
  };

  blocks.forEach((block, index) => {
    if (block.kind === 'heading') {
      sections = enter(sections, block.level, block.span, title, problems);
      [standingLead, blockLead, list] = [undefined, undefined, []];
    } else if (block.kind === 'table') {
      [blockLead, list] = [undefined, []];
      const columns = block.head.map((cell) => cell.spans.map((span) => plainText(span.markdown)).join(' '));
      for (const row of block.rows) {
        const rowLead = block.rowHeadings ? row[0]?.spans.map((span) => plainText(span.markdown)).join(' ') : undefined;
        row.slice(block.rowHeadings ? 1 : 0).forEach((cell, i) => {
          const column = columns[block.rowHeadings ? i + 1 : i];
          for (const span of cell.spans) {
            knownClasses(span, [], problems);
            add(span, 'cell', { leadIn: rowLead, column });
          }
        });
      }
    } else {
      const { span, indent } = block;
      knownClasses(span, ['lead-in'], problems);
      const next = blocks[index + 1];
      const inList = block.kind === 'item' || (indent >= 2 && list.length > 0);
      const listFollows = next?.kind === 'item' && (block.kind === 'paragraph' || next.indent > indent);
      const stands = span.classes.includes('lead-in');
      const leads = stands || (listFollows && plainText(span.markdown).endsWith(':'));
      if (inList) {
        list = list.filter((level) => level.indent < indent);
        const leadIn = list.at(-1)?.lead ?? blockLead;
        const text = add(span, leads ? 'lead-in' : 'rule', { leadIn, number: block.number });
        if (block.kind === 'item') list.push({ indent, lead: leads ? text : leadIn });
      } else {
        const numbered = boldNumber(span.markdown) !== undefined;
        if (leads && !numbered) standingLead = undefined;
        const leadIn = numbered ? standingLead : undefined;
        const text = add(span, leads ? 'lead-in' : 'rule', { leadIn });
        if (stands) standingLead = text;
        [blockLead, list] = [leads ? text : leadIn, []];
      }
    }
  });
  return drafts;
}

/** Takes the number as printed off the start: bold in a paragraph (`**2.4.6** Use …`), the marker of a numbered list item. */
export function splitNumber(markdown: string, marker?: string): { ref?: string; text: string } {
  const bold = boldNumber(markdown);
  if (bold) return { ref: bold.printed, text: plainText(markdown.slice(bold.length)) };
  return marker ? { ref: marker, text: plainText(markdown) } : { text: plainText(markdown) };
}

function boldNumber(markdown: string): { printed: string; length: number } | undefined {
  const [bold, inner = ''] = /^\*\*([^*]+)\*\*(?:\s+|$)/.exec(markdown) ?? [];
  const printed = plainText(inner);
  return bold !== undefined && printedNumber.test(printed) ? { printed, length: bold.length } : undefined;
}

function enter(
  sections: readonly Section[],
  level: number,
  span: Span,
  title: string | undefined,
  problems: LineProblem[],
): Section[] {
  knownClasses(span, headingClasses, problems);
  const text = plainText(span.markdown);
  if (level === 1) {
    if (title !== undefined && text !== plainText(title)) {
      problems.push({
        line: span.line,
        message: `the # heading must repeat the title "${title}"; write other headings with ## to #####`,
      });
    }
    return [];
  }
  if (level === 6) problems.push({ line: span.line, message: 'headings go from ## to #####; use a higher one' });
  const kind = span.classes.includes('cover')
    ? 'cover'
    : span.classes.includes('declaration')
      ? 'declaration'
      : undefined;
  const binds = span.classes.includes('pupils') ? 'pupils' : span.classes.includes('parents') ? 'parents' : undefined;
  return [
    ...sections.filter((outer) => outer.level < level),
    { level, title: text, ...(kind && { kind }), ...(binds && { binds }) },
  ];
}

function nearest<Key extends 'kind' | 'binds'>(sections: readonly Section[], key: Key): Section[Key] | undefined {
  return sections.findLast((section) => section[key] !== undefined)?.[key];
}

function knownClasses(span: Span, known: readonly string[], problems: LineProblem[]): void {
  for (const name of span.classes.filter((name) => !known.includes(name))) {
    const choice = known.length > 0 ? `; here it may be ${known.map((one) => `.${one}`).join(', ')}` : '';
    problems.push({ line: span.line, message: `".${name}" is not a mark that can stand here${choice}` });
  }
}
