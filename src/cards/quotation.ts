import { z } from 'zod/v4';
import type { Clause } from '../domain/policies/clause.ts';
import { standingOf } from '../domain/policies/library.ts';
import type { Policy } from '../domain/policies/policy.ts';
import { cutText } from './cut-text.ts';
import { dayText } from './day-text.ts';
import { cutToLimit, ledListOf } from './led-list.ts';
import { Lines } from './person-details.ts';

/** A clause set apart as a quotation, with all that gives it its meaning, and where it stands. */
export const QuotationView = z.strictObject({
  /** What the reader must know before the words: an addendum, a pupils' rule. */
  labels: z.array(z.strictObject({ text: z.string() })),
  hasLeadIn: z.boolean(),
  leadIn: z.string(),
  hasColumn: z.boolean(),
  column: z.string(),
  quote: z.string(),
  /** The items that the quoted clause leads in, each whole, and how many more there are. */
  items: Lines,
  hasMore: z.boolean(),
  more: z.string(),
  /** The policy's title. */
  source: z.string(),
  /** "Clause 2.1 · 2 Staff and volunteers: your own phone" */
  hasPlace: z.boolean(),
  place: z.string(),
});
export type QuotationView = z.infer<typeof QuotationView>;

/** Where a card quotes nothing. */
export const noQuotation: QuotationView = {
  labels: [],
  hasLeadIn: false,
  leadIn: '',
  hasColumn: false,
  column: '',
  quote: '',
  items: [],
  hasMore: false,
  more: '',
  source: '',
  hasPlace: false,
  place: '',
};

/** The dates of a policy as a card prints them. */
export const PolicyFacts = z.strictObject({ facts: z.string(), isOverdue: z.boolean(), overdue: z.string() });
export type PolicyFacts = z.infer<typeof PolicyFacts>;

/**
 * Quotes `clause` in at most `limit` bytes for its own words; only longer ones are cut, at the end of a word. What leads in a
 * list is quoted with the list; one that is too long ends at a whole item and says how many more there are, and which button
 * shows them: the one called `section`, where there is one.
 */
export function toQuotation(
  policy: Policy,
  clause: Clause,
  today: string,
  limit: number,
  section?: string,
): QuotationView {
  const { leadIn, words } = cutToLimit(policy, clause, limit);
  const { lines, left } = ledListOf(policy, clause, limit);
  return {
    labels: labelsOf(policy, clause, today).map((text) => ({ text })),
    hasLeadIn: leadIn !== '',
    leadIn,
    hasColumn: clause.column !== undefined,
    column: cutText(clause.column ?? '', 200),
    quote: words,
    items: lines,
    hasMore: left > 0,
    more: left > 0 ? moreText(left, lines.length, section) : '',
    source: cutText(policy.cover.title, 240),
    hasPlace: clause.ref !== undefined || clause.headingPath.length > 0,
    place: [clauseText(clause), pathText(clause)].filter(Boolean).join(' · '),
  };
}

function moreText(left: number, above: number, section: string | undefined): string {
  const points = `${left}${above > 0 ? ' more' : ''} ${left === 1 ? 'point follows' : 'points follow'}`;
  if (section === undefined) return `${points} in the policy.`;
  return `${points}. “${section}” shows ${left === 1 ? 'it' : 'them'}.`;
}

/** A clause as people name it: "Mobile Devices and Images Policy, clause 2.1". */
export function nameOf(policy: Policy, clause: Clause): string {
  const number = clauseText(clause);
  return number ? `${policy.cover.title}, ${number.replace(/^Clause/, 'clause')}` : policy.cover.title;
}

/** The headings above a clause, outermost first. */
export function pathText(clause: Clause): string {
  return cutText(clause.headingPath.join(' › '), 400);
}

/** "Version 2.1 · Approved 12 March 2026 · Review due 31 March 2027", and whether and since when the review is overdue. */
export function policyFacts(policy: Policy, today: string): PolicyFacts {
  const { version, approved, reviewDue, effectiveTo } = policy.cover;
  const isOverdue = standingOf(policy, today) === 'overdue';
  const facts = [
    `Version ${cutText(version, 80)}`,
    approved ? `Approved ${dayText(approved)}` : 'No approval date given',
  ];
  if (reviewDue && !isOverdue) facts.push(`Review due ${dayText(reviewDue)}`);
  if (!reviewDue && !effectiveTo) facts.push('No review date given');
  return {
    facts: facts.join(' · '),
    isOverdue,
    overdue: isOverdue && reviewDue ? `Review overdue since ${dayText(reviewDue)}` : '',
  };
}

/** What the reader must know before the words of a clause, most important first. */
export function labelsOf(policy: Policy, clause: Clause, today: string): string[] {
  const labels = [standingLabel(policy, today)];
  if (clause.binds) labels.push(`This rule is for ${clause.binds}`);
  return labels.filter((label) => label !== '');
}

function standingLabel(policy: Policy, today: string): string {
  const { amends, effectiveFrom, effectiveTo } = policy.cover;
  const what = amends ? 'an addendum' : 'a policy';
  const standing = standingOf(policy, today);
  switch (standing) {
    case 'proposed':
      return `From ${what} that is only proposed: not in force`;
    case 'withdrawn':
      return `From ${what} that was withdrawn: no longer in force`;
    case 'not-yet':
      return effectiveFrom ? `Not yet in force: starts on ${dayText(effectiveFrom)}` : 'Not yet in force';
    case 'expired':
      return effectiveTo ? `No longer in force: ended on ${dayText(effectiveTo)}` : 'No longer in force';
    case 'in-force':
    case 'overdue':
      if (effectiveTo) return `From ${what} in force until ${dayText(effectiveTo)}`;
      return amends ? 'From an addendum in force' : '';
  }
}

/** "Clause 2.1", or the printed words where the number is more than a number ("Appendix 1"); empty without one. */
function clauseText({ ref }: Clause): string {
  if (!ref) return '';
  const printed = cutText(ref.replace(/\.$/, ''), 80);
  return /^\p{Lu}\p{Ll}/u.test(printed) ? printed : `Clause ${printed}`;
}
