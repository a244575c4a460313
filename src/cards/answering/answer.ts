import { z } from 'zod/v4';
import type { RankedClause } from '../../domain/answering/answer.ts';
import { clauseKey, type SchoolLibrary } from '../../domain/policies/library.ts';
import { demandAt } from '../../domain/slips/clause-demand.ts';
import { kindOf } from '../../domain/slips/kinds-of.ts';
import { roleTitles } from '../../domain/people/role.ts';
import { ClauseLink } from '../clause-link.ts';
import { fitView } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { PolicyFacts, QuotationView, nameOf, policyFacts, toQuotation } from '../quotation.ts';
import { ResponderView, toResponderView } from '../responder.ts';

const AnswerView = z.strictObject({
  ...QuotationView.shape,
  ...PolicyFacts.shape,
  mayNotAnswer: z.boolean(),
  /** That the reader signed this policy; in their own chat only. */
  hasSigned: z.boolean(),
  signed: z.string(),
  responder: ResponderView,
  /** Whether the question may be handed to the policy's owner through the bot; else there is a plain chat at most. */
  canAsk: z.boolean(),
  canOnlyChat: z.boolean(),
  /** The clause demands that something is told or asked; or that something is reported. */
  demandsSlip: z.boolean(),
  slipButton: z.string(),
  slip: z.string(),
  demandsReport: z.boolean(),
  canMark: z.boolean(),
  marked: z.boolean(),
  submission: z.string(),
  link: ClauseLink,
  hasOthers: z.boolean(),
  othersButton: z.string(),
  others: z.array(z.strictObject({ ...QuotationView.shape, ...PolicyFacts.shape, link: ClauseLink })),
});
export type AnswerView = z.infer<typeof AnswerView>;

/** The clause that answers, quoted, with the way to its section, to whoever answers for it and to the other clauses. */
export const answerCard = defineCard('answering/answer', AnswerView);

/** What the template adds to the view, and what it adds for every other clause, in bytes. */
const templateWeight = 5_900;
const templateWeightOfOther = 2_800;

/**
 * Shows `best` and up to three of `others`. `submission` is the id of this rendering for its "Helpful" buttons; without
 * it there are none. `marked` thanks for a press of them. After what sounds like an `incident` nothing is handed over
 * and nothing is marked. `signed` tells the reader that they signed this policy. `mayNotAnswer` says on the card that the clause may not be the answer.
 */
export function toAnswerView(input: {
  library: SchoolLibrary;
  best: RankedClause;
  others: readonly RankedClause[];
  today: string;
  submission?: string;
  marked?: boolean;
  incident?: boolean;
  mayNotAnswer?: boolean;
  signed?: string | undefined;
}): AnswerView {
  const { library, best, today, submission = '', marked = false, incident = false, mayNotAnswer = false } = input;
  const { signed } = input;
  const others = input.others.slice(0, 3);
  const keys = [best, ...others].map(({ policy, clause }) => clauseKey(policy, clause));
  return fitView(templateWeight + others.length * templateWeightOfOther, (room) => {
    // Object.assign, here and below, takes a twentieth of what a spread into a literal does.
    const quoted = ({ policy, clause }: RankedClause, limit: number) => {
      const key = clauseKey(policy, clause);
      const link = { clause: key, others: keys.filter((other) => other !== key) };
      return Object.assign(toQuotation(policy, clause, today, limit), policyFacts(policy, today), { link });
    };
    const about = `About ${nameOf(best.policy, best.clause)}:`;
    const responder = toResponderView(library, best.policy.cover.owner, today, about);
    return Object.assign(quoted(best, room.best), {
      mayNotAnswer,
      hasSigned: signed !== undefined,
      signed: signed ?? '',
      responder,
      canAsk: !incident,
      canOnlyChat: incident && responder.canChat,
      ...demandFields(library, best, submission !== '' && !incident),
      canMark: submission !== '' && !incident,
      marked,
      submission,
      hasOthers: others.length > 0,
      othersButton: others.length === 1 ? '1 other clause' : `${others.length} other clauses`,
      others: others.map((other) => quoted(other, room.others)),
    });
  });
}

/** The button that the clause itself calls for. */
function demandFields({ school }: SchoolLibrary, { policy, clause }: RankedClause, isOffered: boolean) {
  const demand = isOffered ? demandAt(school, clauseKey(policy, clause), clause) : undefined;
  const kind = demand?.kind === 'slip' ? kindOf(school, demand.slip) : undefined;
  const [to = 'head'] = kind?.to ?? [];
  return {
    demandsSlip: kind !== undefined,
    slipButton: kind?.way === 'ask' ? 'Ask permission' : `Tell the ${roleTitles[to]}`,
    slip: kind?.kind ?? '',
    demandsReport: demand?.kind === 'report',
  };
}
