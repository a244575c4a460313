import { z } from 'zod/v4';
import type { Certainty } from '../../domain/answering/certainty.ts';
import type { Clause } from '../../domain/policies/clause.ts';
import { leadInOf } from '../../domain/policies/lead-in-of.ts';
import { clauseKey, sectionOf, type SchoolLibrary } from '../../domain/policies/library.ts';
import type { Policy } from '../../domain/policies/policy.ts';
import { ClauseLink } from '../clause-link.ts';
import { clauseMark } from '../clause-mark.ts';
import { cardLimit, cutText, weightOf } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { PolicyFacts, labelsOf, pathText, policyFacts } from '../quotation.ts';

const SectionClause = z.strictObject({
  isAsked: z.boolean(),
  /** A container's style: the clause that was asked for stands out. */
  style: z.enum(['default', 'emphasis']),
  /** Room above: more where a lead-in or a row of a table begins. */
  spacing: z.enum(['small', 'medium']),
  hasLeadIn: z.boolean(),
  leadIn: z.string(),
  /** The printed number, the column's heading or a bullet, and a space; none before a plain paragraph. */
  hasMark: z.boolean(),
  mark: z.string(),
  words: z.string(),
});
type SectionClause = z.infer<typeof SectionClause>;

const SectionView = z.strictObject({
  title: z.string(),
  hasPath: z.boolean(),
  path: z.string(),
  labels: z.array(z.strictObject({ text: z.string() })),
  hasBefore: z.boolean(),
  before: z.string(),
  clauses: z.array(SectionClause).min(1),
  hasAfter: z.boolean(),
  after: z.string(),
  ...PolicyFacts.shape,
  link: ClauseLink,
});
export type SectionView = z.infer<typeof SectionView>;

/** All clauses under one heading, in the document's order, the asked one marked. */
export const sectionCard = defineCard('answering/section', SectionView);

const longestLeadIn = 1_200;

/** What the template adds to a view, to each of its clauses and to each lead-in, in bytes. */
const templateWeight = { card: 3_000, clause: 250, leadIn: 240 };

/**
 * Shows the section in which `clause` stands. A section too long for a card is cut between clauses, never around the
 * asked one, and says how many clauses come before and after. `others`, `certainty` and `byReader` are what
 * "Back to the answer" takes along; the answer is the clause with the key `answer`, or the asked one itself.
 */
export function toSectionView(input: {
  library: SchoolLibrary;
  policy: Policy;
  clause: Clause;
  answer?: string;
  others: readonly string[];
  certainty?: Certainty;
  byReader?: boolean;
  today: string;
}): SectionView {
  const { policy, clause, today, certainty = 'sure', byReader = false } = input;
  const section = sectionOf(policy, clause);
  const all = section.map((each, index) => toSectionClause(each, section[index - 1], each.id === clause.id));
  const frame = {
    title: cutText(policy.cover.title, 300),
    hasPath: clause.headingPath.length > 0,
    path: pathText(clause),
    labels: labelsOf(policy, clause, today).map((text) => ({ text })),
    ...policyFacts(policy, today),
    link: { clause: input.answer ?? clauseKey(policy, clause), others: input.others.slice(0, 4), certainty, byReader },
  };
  const room = cardLimit - templateWeight.card - weightOf(frame) - weightOf(frame.link) - 2 * longestLeadIn;
  const asked = section.findIndex(({ id }) => id === clause.id);
  const { from, to } = fitAround(all, asked, room);
  return {
    ...frame,
    hasBefore: from > 0,
    before: `${clauseCount(from)} before these.`,
    clauses: all.slice(from, to).map((shown, at) => (at === 0 ? begin(shown, policy, section[from]) : shown)),
    hasAfter: to < all.length,
    after: `${clauseCount(all.length - to)} after these.`,
  };
}

function toSectionClause(clause: Clause, previous: Clause | undefined, isAsked: boolean): SectionClause {
  const leadInStandsAbove = previous?.text === clause.leadIn || previous?.leadIn === clause.leadIn;
  const hasLeadIn = clause.leadIn !== undefined && !leadInStandsAbove;
  const mark = clauseMark(clause);
  return {
    isAsked,
    style: isAsked ? 'emphasis' : 'default',
    spacing: hasLeadIn || clause.kind === 'lead-in' ? 'medium' : 'small',
    hasLeadIn,
    leadIn: hasLeadIn ? cutText(clause.leadIn ?? '', longestLeadIn) : '',
    hasMark: mark !== '',
    mark,
    words: cutText(clause.text, 6000),
  };
}

/** The first clause that is shown brings all that leads it in, which may stand among those that are not. */
function begin(shown: SectionClause, policy: Policy, clause: Clause | undefined): SectionClause {
  const leadIn = clause && leadInOf(policy, clause);
  return leadIn === undefined ? shown : { ...shown, hasLeadIn: true, leadIn: cutText(leadIn, longestLeadIn) };
}

/** Grows from the asked clause outwards, one before and one after in turn, as long as they fit the room, in bytes. */
function fitAround(all: readonly SectionClause[], asked: number, room: number): { from: number; to: number } {
  const weights = all.map(
    (clause) => weightOf(clause) + templateWeight.clause + (clause.hasLeadIn ? templateWeight.leadIn : 0),
  );
  let from = asked;
  let to = asked + 1;
  let left = room - (weights[asked] ?? 0);
  const takes = (index: number): boolean => {
    const weight = weights[index] ?? Infinity;
    if (weight > left) return false;
    left -= weight;
    return true;
  };
  for (let grew = true; grew;) {
    const [before, after] = [takes(from - 1), takes(to)];
    if (before) from -= 1;
    if (after) to += 1;
    grew = before || after;
  }
  return { from, to };
}

function clauseCount(count: number): string {
  return count === 1 ? '1 more clause of this section comes' : `${count} more clauses of this section come`;
}
