import { z } from 'zod/v4';
import type { RankedClause } from '../../domain/answering/answer.ts';
import { isClose, type Certainty } from '../../domain/answering/certainty.ts';
import { withoutListed } from '../../domain/policies/led-items.ts';
import { clauseKey, type SchoolLibrary } from '../../domain/policies/library.ts';
import { demandAt } from '../../domain/slips/clause-demand.ts';
import { kindOf } from '../../domain/slips/kinds-of.ts';
import type { Responder } from '../../domain/people/responder-for.ts';
import { roleTitles } from '../../domain/people/role.ts';
import { ClauseLink } from '../clause-link.ts';
import { cardLimit, cutText, fitView, weightOf } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { ledListOf, listFrame } from '../led-list.ts';
import { PolicyFacts, QuotationView, nameOf, policyFacts, toQuotation } from '../quotation.ts';
import { ResponderView, toResponderView } from '../responder.ts';
import { nameResponder } from '../questions/compose.ts';

const OtherView = z.strictObject({
  ...QuotationView.shape,
  ...PolicyFacts.shape,
  /** The key of this clause; the link is that of the answer, to which its section leads back. */
  shown: z.string(),
  link: ClauseLink,
});

const AnswerView = z.strictObject({
  /** One of these, by the certainty. */
  isSure: z.boolean(),
  isClose: z.boolean(),
  mayNotAnswer: z.boolean(),
  neitherMayAnswer: z.boolean(),
  ...QuotationView.shape,
  ...PolicyFacts.shape,
  /** The second clause, where it fits about as well as the first. */
  second: z.array(OtherView).max(1),
  /** That the reader signed this policy; in their own chat only. */
  hasSigned: z.boolean(),
  signed: z.string(),
  /** That a language model chose the clause. */
  byReader: z.boolean(),
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
  /** What came of a press of the button below. */
  hasNote: z.boolean(),
  note: z.string(),
  /** After “Helpful”: the reader's words may be suggested to the clause's owner, who is named in `taker`. */
  canSuggest: z.boolean(),
  words: z.string(),
  taker: z.string(),
  /** The reader's words, sealed for them; empty where they are not for others. */
  wording: z.string(),
  submission: z.string(),
  link: ClauseLink,
  sectionButton: z.string(),
  hasOthers: z.boolean(),
  othersButton: z.string(),
  others: z.array(OtherView),
});
export type AnswerView = z.infer<typeof AnswerView>;

/** The clause that answers (the two, where both fit), quoted, with the way to its section, to whoever answers for it and to the other clauses. */
export const answerCard = defineCard('answering/answer', AnswerView);

/** What the template adds to the view, for every other clause and for one beside the first, in bytes, links left out. */
const templateWeight = { card: 5_360, other: 1_800, second: 650, suggestion: 1_900 };
/** How often the template repeats the link of the first clause, beside the view's own; the others' it repeats once. */
const timesLinked = 7;

/**
 * Shows `best` and up to three of `others`, which leaves out those that stand in the list of one shown before them. `submission` is the id of this rendering for its "Helpful" buttons; without
 * it there are none. `marked` thanks for a press of them. After what sounds like an `incident` nothing is handed over
 * and nothing is marked. `wording` are the reader's own words, sealed, and `suggestion` offers to pass them on: only where the card has room,
 * so that they cost no word of a policy; `note` says what came of it. `signed` tells the reader that they signed this policy. `certainty` decides whether the second clause stands
 * beside the first, and whether the card says that what it quotes may not answer; `byReader` says on it that a language model chose.
 */
export function toAnswerView(input: {
  library: SchoolLibrary;
  best: RankedClause;
  others: readonly RankedClause[];
  today: string;
  submission?: string;
  marked?: boolean;
  wording?: string | undefined;
  suggestion?: { readonly words: string; readonly taker: Responder; readonly submission: string } | undefined;
  note?: string | undefined;
  incident?: boolean;
  certainty?: Certainty;
  signed?: string | undefined;
  byReader?: boolean | undefined;
}): AnswerView {
  const { library, best, today, submission = '', marked = false, incident = false } = input;
  const { signed, note, certainty: asked = 'sure', byReader = false } = input;
  const view = fitView(frameOf, (room): AnswerView => {
    const listOf = ({ policy, clause }: RankedClause, at: number) =>
      ledListOf(policy, clause, at === 0 ? room.best : room.others).shown;
    const others = withoutListed([best, ...input.others], listOf).slice(1, 4);
    const certainty = others.length > 0 && others[0] === input.others[0] ? asked : alone[asked];
    const shown = isClose(certainty) ? 1 : 0;
    const folded = others.length - shown;
    const keys = [best, ...others].map(({ policy, clause }) => clauseKey(policy, clause));
    const sectionButton = shown > 0 ? 'Section of the first' : 'Whole section';
    // Object.assign, here and below, takes a twentieth of what a spread into a literal does.
    const link = { clause: keys[0] ?? '', others: keys.slice(1), certainty, byReader };
    const quoted = ({ policy, clause }: RankedClause, limit: number, button: string) =>
      Object.assign(toQuotation(policy, clause, today, limit, button), policyFacts(policy, today), { link });
    const about = `About ${nameOf(best.policy, best.clause)}:`;
    const responder = toResponderView(library, best.policy.cover.owner, today, about);
    const rest = others.map((other, at) =>
      Object.assign(quoted(other, room.others, at < shown ? 'Section of the second' : 'Whole section'), {
        shown: keys[at + 1] ?? '',
      }),
    );
    return Object.assign(quoted(best, room.best, sectionButton), {
      isSure: certainty === 'sure',
      isClose: certainty === 'close',
      mayNotAnswer: certainty === 'doubtful',
      neitherMayAnswer: certainty === 'doubtful-close',
      second: rest.slice(0, shown),
      hasSigned: signed !== undefined,
      signed: signed ?? '',
      byReader,
      responder,
      canAsk: !incident,
      canOnlyChat: incident && responder.canChat,
      ...demandFields(library, best, submission !== '' && !incident),
      canMark: submission !== '' && !incident,
      marked,
      hasNote: note !== undefined,
      note: note ?? '',
      ...noSuggestion,
      submission,
      sectionButton,
      hasOthers: folded > 0,
      othersButton: folded === 1 ? '1 other clause' : `${folded} other clauses`,
      others: rest.slice(shown),
    });
  });
  return input.wording ? withWording(view, input.wording, input.suggestion) : view;
}

const noSuggestion = { canSuggest: false, words: '', taker: '', wording: '' };

/** The view with the reader's own words where they fit beside what it quotes. */
function withWording(
  view: AnswerView,
  wording: string,
  suggestion?: { readonly words: string; readonly taker: Responder; readonly submission: string },
): AnswerView {
  const offered = suggestion && {
    canSuggest: true,
    words: cutText(suggestion.words, 700),
    taker: takerLine(suggestion.taker),
    submission: suggestion.submission,
  };
  const more = { ...view, ...offered, wording };
  // The offer comes once, after a press: what the card weighs is looked at where the estimate leaves no room.
  const fits =
    weightOf(more) + frameOf(more) <= cardLimit || (offered && weightOf(answerCard.render(more)) <= cardLimit);
  return fits ? more : view;
}

function takerLine(taker: Responder): string {
  return `They go to ${nameResponder(taker)}, with this clause and nothing else. Whether they lead others to it is for the owner to decide. You get no answer.`;
}

/** What the template adds to `view`, in bytes. */
function frameOf(view: AnswerView): number {
  const beside = [...view.second, ...view.others];
  const links =
    (timesLinked + beside.length) * weightOf(view.link) + beside.reduce((sum, { shown }) => sum + weightOf(shown), 0);
  const lists = [view, ...beside].reduce((sum, each) => sum + listFrame(each), 0);
  // Twice on the button, once in the view.
  const wording =
    (view.wording === '' ? 0 : weightOf(view.wording)) + (view.canSuggest ? templateWeight.suggestion : 0);
  const quoted = beside.length * templateWeight.other + view.second.length * templateWeight.second;
  return templateWeight.card + quoted + links + lists + wording;
}

/** How a clause is shown with none beside it. */
const alone: Record<Certainty, Certainty> = {
  sure: 'sure',
  close: 'sure',
  doubtful: 'doubtful',
  'doubtful-close': 'doubtful',
};

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
