import type { Clause, ClauseKind } from './clause.ts';
import { plainText } from './plain-text.ts';
import { boldNumber, splitNumber } from './printed-number.ts';
import type { LineProblem } from './problem.ts';
import type { Block } from './read-blocks.ts';
import type { Cell } from './read-table.ts';
import { enter, knownClasses, nearest, type Section } from './sections.ts';
import type { Span } from './span.ts';

/** A clause as the file has it: its id may still be missing. */
export interface DraftClause {
  readonly span: Span;
  readonly clause: Omit<Clause, 'id'>;
}

type Table = Extract<Block, { kind: 'table' }>;
type Text = Extract<Block, { kind: 'paragraph' | 'item' }>;

/** Where the reading has come to. */
interface Place {
  sections: Section[];
  /** The explicit lead-in of the numbered paragraphs that follow. */
  standingLead: string | undefined;
  /** What the paragraph above says to a list right below it. */
  blockLead: string | undefined;
  /** The open items, outermost first, each with what it says to the items inside it. */
  list: { indent: number; lead: string | undefined }[];
}

/**
 * Gives every block its place: heading path, number as printed, lead-in, column, kind and whom it binds.
 * `title` is the policy's title, which the one `#` heading must repeat.
 */
export function readClauses(
  blocks: readonly Block[],
  title: string | undefined,
  problems: LineProblem[],
): DraftClause[] {
  const place: Place = { sections: [], standingLead: undefined, blockLead: undefined, list: [] };
  return blocks.flatMap((block, index): DraftClause[] => {
    if (block.kind === 'heading') {
      place.sections = enter(place.sections, block.level, block.span, title, problems);
      place.standingLead = undefined;
      endList(place, undefined);
      return [];
    }
    if (block.kind === 'table') {
      endList(place, undefined);
      return readTable(block, place, problems);
    }
    knownClasses(block.span, ['lead-in'], problems);
    const leads = isLeadIn(block, blocks[index + 1]);
    const inList = block.kind === 'item' || (block.indent >= 2 && place.list.length > 0);
    return inList ? readInList(block, leads, place) : readParagraph(block, leads, place);
  });
}

/** Marked as one, or ending in a colon with a list right below. */
function isLeadIn({ kind, span, indent }: Text, next: Block | undefined): boolean {
  const listFollows = next?.kind === 'item' && (kind === 'paragraph' || next.indent > indent);
  return span.classes.includes('lead-in') || (listFollows && plainText(span.markdown).endsWith(':'));
}

function readTable({ head, rows, rowHeadings }: Table, place: Place, problems: LineProblem[]): DraftClause[] {
  const columns = head.map(wordsOf);
  return rows.flatMap((row) => {
    const leadIn = rowHeadings && row[0] ? wordsOf(row[0]) : undefined;
    return row.flatMap((cell, i) => {
      if (rowHeadings && i === 0) return [];
      return cell.spans.flatMap((span) => {
        knownClasses(span, [], problems);
        return draft(span, 'cell', place, { leadIn, column: columns[i] });
      });
    });
  });
}

function readInList(block: Text, leads: boolean, place: Place): DraftClause[] {
  const { span, indent, number, kind } = block;
  place.list = place.list.filter((open) => open.indent < indent);
  const outer = place.list.at(-1);
  const leadIn = outer ? outer.lead : place.blockLead;
  const drafts = draft(span, leads ? 'lead-in' : 'rule', place, { leadIn, number });
  if (kind === 'item') place.list.push({ indent, lead: leads ? drafts[0]?.clause.text : leadIn });
  return drafts;
}

function readParagraph({ span }: Text, leads: boolean, place: Place): DraftClause[] {
  const numbered = boldNumber(span.markdown) !== undefined;
  if (leads && !numbered) place.standingLead = undefined;
  const leadIn = numbered ? place.standingLead : undefined;
  const drafts = draft(span, leads ? 'lead-in' : 'rule', place, { leadIn });
  const text = drafts[0]?.clause.text;
  if (span.classes.includes('lead-in')) place.standingLead = text;
  endList(place, leads ? text : leadIn);
  return drafts;
}

function endList(place: Place, blockLead: string | undefined): void {
  place.list = [];
  place.blockLead = blockLead;
}

/** The clause of a span; none where it holds no words. */
function draft(
  span: Span,
  kind: ClauseKind,
  { sections }: Place,
  { leadIn, column, number }: { leadIn?: string | undefined; column?: string | undefined; number?: string | undefined },
): DraftClause[] {
  const { ref, text } = splitNumber(span.markdown, number);
  if (!text) return [];
  const binds = nearest(sections, 'binds');
  const clause = {
    kind: kind === 'lead-in' ? kind : (nearest(sections, 'kind') ?? kind),
    ...(ref && { ref }),
    headingPath: sections.map((section) => section.title),
    ...(leadIn && { leadIn }),
    ...(column && { column }),
    text,
    ...(binds && { binds }),
    line: span.line,
  };
  return [{ span, clause }];
}

function wordsOf({ spans }: Cell): string {
  return spans.map((span) => plainText(span.markdown)).join(' ');
}
