import { z } from 'zod/v4';
import type { RankedClause } from '../../domain/answering/answer.ts';
import { clauseKey, type SchoolLibrary } from '../../domain/policies/library.ts';
import { ClauseLink } from '../clause-link.ts';
import { fitView } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { PolicyFacts, QuotationView, policyFacts, toQuotation } from '../quotation.ts';
import { ResponderView, toResponderView } from '../responder.ts';

const UnsureView = z.strictObject({
  responder: ResponderView,
  /** Whether the question may be handed over and told as missing; else there is a plain chat at most. */
  canAsk: z.boolean(),
  canOnlyChat: z.boolean(),
  /** The nearest clause and the others; `clause` is empty where none is near. */
  link: ClauseLink,
  hasNearest: z.boolean(),
  nearest: z.array(z.strictObject({ ...QuotationView.shape, ...PolicyFacts.shape, link: ClauseLink })),
});
export type UnsureView = z.infer<typeof UnsureView>;

/** Says that the policies do not clearly say, shows the nearest clauses and names whom to ask. */
export const unsureCard = defineCard('answering/unsure', UnsureView);

/** What the template adds to the view, and what it adds for every clause, in bytes. */
const templateWeight = 2_600;
const templateWeightOfClause = 2_600;

/**
 * Shows up to three of `nearest`, best first. Whom to ask is the owner of the nearest clause's policy, else the head.
 * After what sounds like an `incident` nothing is handed over and nothing is told as missing.
 */
export function toUnsureView(input: {
  library: SchoolLibrary;
  nearest: readonly RankedClause[];
  incident?: boolean;
  today: string;
}): UnsureView {
  const { library, incident = false, today } = input;
  const nearest = input.nearest.slice(0, 3);
  const responder = toResponderView(library, nearest[0]?.policy.cover.owner ?? 'head', today);
  const keys = nearest.map(({ policy, clause }) => clauseKey(policy, clause));
  return fitView(templateWeight + nearest.length * templateWeightOfClause, (room) => ({
    responder,
    canAsk: !incident,
    canOnlyChat: incident && responder.canChat,
    link: { clause: keys[0] ?? '', others: keys.slice(1) },
    hasNearest: nearest.length > 0,
    nearest: nearest.map(({ policy, clause }, index) => {
      const link = { clause: clauseKey(policy, clause), others: keys.filter((_, other) => other !== index) };
      // Takes a twentieth of what a spread into a literal does.
      return Object.assign(toQuotation(policy, clause, today, room.others), policyFacts(policy, today), { link });
    }),
  }));
}
