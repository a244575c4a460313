import type { Clause } from '../../domain/policies/clause.ts';
import type { Policy } from '../../domain/policies/policy.ts';
import { policyFacts, toQuotation } from '../quotation.ts';

/** Room for the clause's words and its list, in bytes: with all that stands around them it is no longer than an answer may be. */
const quoteLimit = 1_600;

/** The answer of somebody who says that `clause` answers: its words as they stand today with what gives them their meaning, a line each. */
export function clauseAsAnswer(policy: Policy, clause: Clause, today: string): string {
  const { labels, leadIn, column, quote, items, more, source, place } = toQuotation(policy, clause, today, quoteLimit);
  const { overdue } = policyFacts(policy, today);
  return [
    'This clause answers it:',
    ...labels.map(({ text }) => text),
    leadIn,
    column,
    `“${quote}”`,
    ...items.map(({ text }) => text),
    more,
    source,
    place,
    overdue,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
