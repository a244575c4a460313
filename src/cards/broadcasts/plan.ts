import { z } from 'zod/v4';
import type { BroadcastDraft } from '../../domain/broadcasts/broadcast-draft.ts';
import type { BroadcastAudience } from '../../domain/broadcasts/broadcast.ts';
import type { BroadcastPlan } from '../../domain/broadcasts/plan-broadcast.ts';
import { byGroup } from '../../domain/signoffs/by-group.ts';
import { notAskedReasons, type Asked, type WhomToAsk } from '../../domain/signoffs/whom-to-ask.ts';
import { cutText } from '../cut-text.ts';
import { defineCard, type AdaptiveCardJson } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { listedNames, orNames } from '../listed-names.ts';
import { Lines } from '../person-details.ts';
import { peopleText } from '../signoffs/campaign-words.ts';
import { firstThatFits, type NameRoom } from '../signoffs/first-that-fits.ts';
import { SectionView, shortSections } from '../signoffs/name-sections.ts';
import { whyNotText } from '../signoffs/plan.ts';
import type { GroupName } from '../signoffs/progress.ts';
import { broadcastProblemTexts } from './broadcast-problems.ts';
import { elsewhereLines } from './elsewhere-lines.ts';
import { broadcastTitle, buttonTitles, messageLines, type About } from './broadcast-words.ts';

/** Whom it is for, as the data of a button: ids of groups with commas between, or the sign-off whose signatures are missing. */
export const AudienceFields = { groups: z.string(), campaign: z.string() };

export function audienceFields(audience: BroadcastAudience): { groups: string; campaign: string } {
  return {
    groups: audience.kind === 'groups' ? audience.groups.join(',').slice(0, 1_000) : '',
    campaign: audience.kind === 'unsigned' ? audience.campaignId.slice(0, 20) : '',
  };
}

const PlanView = z.strictObject({
  title: z.string(),
  number: z.string(),
  problems: Lines,
  message: Lines,
  lines: Lines,
  sections: z.array(SectionView),
  hasNotAsked: z.boolean(),
  notAsked: Lines,
  footer: z.string(),
  canOpen: z.boolean(),
  openTitle: z.string(),
  hasMore: z.boolean(),
  ...AudienceFields,
  /** The broadcast as it was composed, sealed. */
  draft: z.string(),
  submission: z.string(),
});
export type PlanView = z.infer<typeof PlanView>;

/** The dry run: who would get it and who not, and when it goes out, before anything is sent. */
export const planCard = defineCard('broadcasts/plan', PlanView);

export interface PlanInput {
  readonly plan: BroadcastPlan;
  readonly draft: BroadcastDraft;
  readonly about: About;
  readonly sealed: string;
  readonly submission: string;
  readonly school: { readonly timeZone: string; readonly groups: readonly GroupName[] };
  /** Its time is now or past: it goes out at once. */
  readonly atOnce: boolean;
  /** What happened instead of sending it, as a sentence. */
  readonly notice?: string | undefined;
}

/** The card, with as many names as fit it. */
export function renderPlan(input: PlanInput): AdaptiveCardJson {
  return firstThatFits((room) => planCard.render(toPlanView(input, room)));
}

/** Whom Teams can reach of those whom it is for. */
export function reachedOf(asked: readonly Asked[]): Asked[] {
  return asked.filter(({ person }) => person !== undefined);
}

export function toPlanView(input: PlanInput, { groups, names: most }: NameRoom): PlanView {
  const { plan, draft, about, sealed, submission, school, notice } = input;
  const { asked, needsSecond, problems } = plan;
  const reached = reachedOf(asked);
  const filled = byGroup(reached, school.groups);
  const shown = filled.slice(0, groups);
  const notAsked = notAskedLines(plan, most);
  return {
    title: `Before anything is sent: ${broadcastTitle(draft, about)}`,
    number: numberOf(plan, reached.length),
    problems: [...(notice === undefined ? [] : [notice]), ...problems.map((one) => broadcastProblemTexts[one])].map(
      (text) => ({ text }),
    ),
    message: messageLines(draft.message),
    lines: linesOf(input, filled.length - shown.length).map((text) => ({ text })),
    sections: shortSections(
      shown.map(({ name, people }) => ({ heading: name, names: people.map(({ name }) => name) })),
      most,
    ),
    hasNotAsked: notAsked.length > 0,
    notAsked,
    footer: `Nothing was sent yet.${problems.length > 0 ? '' : ' To send it by typing, write the same again with “send it:” before it.'}`,
    canOpen: problems.length === 0,
    openTitle: needsSecond ? 'Ask the second person' : input.atOnce ? 'Send it' : 'Send it then',
    hasMore: filled.length > shown.length || shown.some(({ people }) => people.length > most),
    ...audienceFields(draft.audience),
    draft: sealed,
    submission,
  };
}

/** How many would get it, in all schools that it is for. */
function numberOf({ elsewhere = [] }: BroadcastPlan, here: number): string {
  const all = elsewhere.reduce((sum, { reached }) => sum + reached, here);
  return `${peopleText(all)} would get it${elsewhere.length > 0 ? `, at ${elsewhere.length + 1} schools` : ''}.`;
}

function linesOf({ plan, draft, school, atOnce }: PlanInput, moreGroups: number): string[] {
  const { needsSecond, seconds, problems, sendAt } = plan;
  const buttons = draft.buttons.map((button) => `“${buttonTitles[button]}”`);
  const when = atOnce ? 'at once' : `on ${instantText(sendAt, school)}`;
  return [
    buttons.length === 0 ? 'It has no buttons.' : `Its buttons: ${buttons.join(', ')}.`,
    ...(problems.length > 0 ? [] : [`It goes out ${when}${needsSecond ? ', if a second person says yes' : ''}.`]),
    ...elsewhereLines(
      (plan.elsewhere ?? []).map(({ name, reached, problems: there }) => ({
        ...{ name, reached },
        why: there.map((one) => broadcastProblemTexts[one]),
      })),
      reachedOf(plan.asked).length,
    ),
    ...(draft.channel ? ['The staff team’s channel gets it too, without buttons.'] : []),
    ...(needsSecond && seconds.length > 0
      ? [
          `${plan.elsewhere ? 'Nobody writes to more than one school alone' : 'That is more than one person may write to alone'}, so a second one has to say yes first: ${orNames(seconds.map(({ name }) => name))}.`,
        ]
      : []),
    ...(moreGroups > 0 ? [`${moreGroups} more groups are under “All names”.`] : []),
  ];
}

/** Those whom Teams cannot reach and those who are not meant, each with the reason. */
export function whoNot({ asked, notAsked }: WhomToAsk): { why: string; names: string[] }[] {
  const nameless = asked.filter(({ person }) => person === undefined).map(({ name }) => name);
  return [
    { why: 'No account: please tell them yourself', names: nameless },
    ...notAskedReasons.map((why) => ({
      why: whyNotText(why),
      names: notAsked.filter((one) => one.why === why).map(({ name }) => name),
    })),
  ].filter(({ names }) => names.length > 0);
}

function notAskedLines(plan: BroadcastPlan, most: number): { text: string }[] {
  return whoNot(plan).map(({ why, names }) => {
    const text = `${cutText(why, 240)} (${names.length})`;
    return { text: most > 0 ? `${text}: ${listedNames(names)}` : text };
  });
}
