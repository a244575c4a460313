import type { Clause } from '../../domain/policies/clause.ts';
import type { ClauseChange } from '../../domain/policies/compare-versions.ts';
import type { Statement } from '../../domain/signoffs/campaign.ts';
import { cutText, weightOf } from '../cut-text.ts';
import { plainText } from '../plain-text.ts';
import { toChangeView, type ChangeView } from '../versions/changes.ts';

/** Passages under one heading; the heading is empty where the section goes on from the page before. */
export interface ReadingSection {
  readonly hasHeading: boolean;
  readonly heading: string;
  readonly passages: { text: string }[];
}

/** One page: what changed, or the words themselves, or both. */
export interface ReadingPage {
  readonly changes: ChangeView[];
  readonly sections: ReadingSection[];
}

/** What a page holds at most, in bytes: a few thumb's lengths on a phone. */
const pageRoom = 13_000;
const weight = { change: 900, section: 400, passage: 260 };
/** A longer paragraph goes on in the next passage; nothing of what is signed is left out. */
const passageLimit = 6_000;

/**
 * The pages of a document: first what changed, then the words, section by section. A section begins a new page where it
 * does not fit on the one before, and is split only where it fits on none. At least one page.
 */
export function toReadingPages(sections: readonly ReadingSection[], changes: readonly ClauseChange[]): ReadingPage[] {
  const pages = [...changePages(changes.map(toChangeView)), ...sectionPages(sections)];
  return pages.length > 0 ? pages : [{ changes: [], sections: [] }];
}

function changePages(changes: readonly ChangeView[]): ReadingPage[] {
  return packed(changes, (change) => weightOf(change) + weight.change).map((page) => ({ changes: page, sections: [] }));
}

function sectionPages(sections: readonly ReadingSection[]): ReadingPage[] {
  const whole = sections.flatMap((section) => parts(section));
  return packed(whole, sectionWeight).map((page) => ({ changes: [], sections: page }));
}

/** The section, or the parts that fit on a page. */
function parts(section: ReadingSection): ReadingSection[] {
  if (sectionWeight(section) <= pageRoom) return [section];
  return packed(section.passages, passageWeight).map((passages, at) =>
    at === 0 ? { ...section, passages } : { hasHeading: false, heading: '', passages },
  );
}

function packed<Item>(items: readonly Item[], weigh: (item: Item) => number): Item[][] {
  const pages: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const size = weigh(item);
    if (size > room || pages.length === 0) {
      pages.push([]);
      room = pageRoom;
    }
    pages.at(-1)?.push(item);
    room -= size;
  }
  return pages;
}

const passageWeight = (passage: { text: string }) => weightOf(passage) + weight.passage;
const sectionWeight = ({ heading, passages }: ReadingSection) =>
  weightOf(heading) + weight.section + passages.reduce((sum, passage) => sum + passageWeight(passage), 0);

/** The clauses of a policy as they are read from top to bottom: a lead-in once, above its items. */
export function policySections(clauses: readonly Clause[]): ReadingSection[] {
  const sections: ReadingSection[] = [];
  let path: string | undefined;
  let lead = '';
  for (const clause of clauses) {
    const heading = clause.headingPath.join(' › ');
    if (heading !== path) sections.push({ hasHeading: heading !== '', heading: cutText(heading, 600), passages: [] });
    path = heading;
    const passages = sections.at(-1)?.passages;
    const { leadIn = '', column, ref, text, kind, binds } = clause;
    if (leadIn !== '' && leadIn !== lead) passages?.push(...split(leadIn));
    lead = kind === 'lead-in' ? text : leadIn;
    const label = binds === undefined ? '' : `[This rule is for ${binds}] `;
    const mark = ref ?? (leadIn === '' ? '' : '•');
    passages?.push(...split(label + [mark, column === undefined ? '' : `${column}:`, text].filter(Boolean).join(' ')));
  }
  return sections;
}

/** The paragraphs of a document from outside, and under a heading of ours what people are asked to agree to. */
export function textSections(text: string, statements: readonly Statement[]): ReadingSection[] {
  const passages = text.split(/\r\n|[\r\n]/).flatMap((line) => split(line));
  const asked = statements.flatMap(({ ref, text: words }) => split(`${ref ?? '•'} ${words}`));
  return [
    ...(passages.length > 0 ? [{ hasHeading: false, heading: '', passages }] : []),
    ...(asked.length > 0 ? [{ hasHeading: true, heading: 'What you are asked to agree to', passages: asked }] : []),
  ];
}

function split(text: string): { text: string }[] {
  const passages: { text: string }[] = [];
  let rest = plainText(text).trim();
  while (rest !== '') {
    const cut = cutText(rest, passageLimit);
    const end = cut === rest ? rest.length : endOf(rest, cut.length - 2);
    passages.push({ text: rest.slice(0, end) });
    rest = rest.slice(end).trim();
  }
  return passages;
}

/** Where a passage of about `length` characters ends, at a white space where there is one. */
function endOf(text: string, length: number): number {
  const space = text.lastIndexOf(' ', length);
  return Math.max(1, space > length / 2 ? space : length);
}
