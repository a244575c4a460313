import { z } from 'zod/v4';
import type { RankedClause } from '../../domain/answering/answer.ts';
import { withoutListed } from '../../domain/policies/led-items.ts';
import { clauseKey, type SchoolLibrary } from '../../domain/policies/library.ts';
import { ClauseLink } from '../clause-link.ts';
import { fitView, weightOf } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { ledListOf, listFrame } from '../led-list.ts';
import { PolicyFacts, QuotationView, policyFacts, toQuotation } from '../quotation.ts';
import { ResponderView, toResponderView } from '../responder.ts';

const UnsureView = z.strictObject({
  responder: ResponderView,
  /** Whether the question may be handed over and told as missing; else there is a plain chat at most. */
  canAsk: z.boolean(),
  canOnlyChat: z.boolean(),
  /** That a language model found none that answers. */
  byReader: z.boolean(),
  /** The nearest clause and the others; `clause` is empty where none is near. */
  link: ClauseLink,
  hasNearest: z.boolean(),
  nearest: z.array(z.strictObject({ ...QuotationView.shape, ...PolicyFacts.shape, link: ClauseLink })),
});
export type UnsureView = z.infer<typeof UnsureView>;

/** Says that the policies do not clearly say, shows the nearest clauses and names whom to ask. */
export const unsureCard = defineCard('answering/unsure', UnsureView);

/** What the template adds to the view and for every clause, in bytes, links left out. */
const templateWeight = { card: 1_600, clause: 1_900 };
/** How often the template repeats the card's link, beside the view's own; the clauses' it repeats once. */
const timesLinked = 3;

/**
 * Shows up to three of `nearest`, best first, without those that stand in the list of one shown before them. Whom to ask is the owner of the nearest clause's policy, else the head.
 * After what sounds like an `incident` nothing is handed over and nothing is told as missing. `byReader` says that a language
 * model found no answer.
 */
export function toUnsureView(input: {
  library: SchoolLibrary;
  nearest: readonly RankedClause[];
  incident?: boolean;
  byReader?: boolean | undefined;
  today: string;
}): UnsureView {
  const { library, incident = false, byReader = false, today } = input;
  return fitView(frameOf, (room): UnsureView => {
    const listOf = ({ policy, clause }: RankedClause) => ledListOf(policy, clause, room.others).shown;
    const nearest = withoutListed(input.nearest, listOf).slice(0, 3);
    const keys = nearest.map(({ policy, clause }) => clauseKey(policy, clause));
    const responder = toResponderView(library, nearest[0]?.policy.cover.owner ?? 'head', today);
    return {
      responder,
      canAsk: !incident,
      canOnlyChat: incident && responder.canChat,
      byReader,
      link: { clause: keys[0] ?? '', others: keys.slice(1), certainty: 'doubtful', byReader },
      hasNearest: nearest.length > 0,
      nearest: nearest.map(({ policy, clause }, index) => {
        const others = keys.filter((_, other) => other !== index);
        // Shown by itself, no clause of these was chosen by anybody.
        const own = { clause: clauseKey(policy, clause), others, certainty: 'doubtful' as const, byReader: false };
        const quotation = toQuotation(policy, clause, today, room.others, 'Whole section');
        // Takes a twentieth of what a spread into a literal does.
        return Object.assign(quotation, policyFacts(policy, today), { link: own });
      }),
    };
  });
}

/** What the template adds to `view`, in bytes. */
function frameOf({ nearest, link }: UnsureView): number {
  const lists = nearest.reduce((sum, each) => sum + listFrame(each), 0);
  const links = (timesLinked + nearest.length) * weightOf(link);
  return templateWeight.card + nearest.length * templateWeight.clause + links + lists;
}
