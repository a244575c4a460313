import { z } from 'zod/v4';
import type { Clause } from '../../domain/policies/clause.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { Policy } from '../../domain/policies/policy.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { defineCard } from '../define-card.ts';
import { PolicyFacts, QuotationView, policyFacts, toQuotation } from '../quotation.ts';

const ClauseView = z.strictObject({ ...QuotationView.shape, ...PolicyFacts.shape, asOf: z.string() });
export type ClauseView = z.infer<typeof ClauseView>;

/** A clause for a chat between other people: the words and where they stand, without buttons, which are the bot's own chat's. */
export const clauseCard = defineCard('quoting/clause', ClauseView);

/** Eight of these travel together. */
const longestQuote = 4000;

export function toClauseView(input: {
  library: SchoolLibrary;
  policy: Policy;
  clause: Clause;
  today: string;
}): ClauseView {
  const { library, policy, clause, today } = input;
  return {
    ...toQuotation(policy, clause, today, longestQuote),
    ...policyFacts(policy, today),
    asOf: asOf(library, today),
  };
}

/** "Marlow Bridge Primary School, as it stood on 20 November 2026": the card stays where it was sent when the policy changes. */
export function asOf({ school }: SchoolLibrary, today: string): string {
  return `${cutText(school.name, 300)}, as it stood on ${dayText(today)}`;
}
