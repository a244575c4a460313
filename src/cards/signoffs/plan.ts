import { z } from 'zod/v4';
import type { CampaignDraft } from '../../domain/signoffs/campaign-draft.ts';
import type { CampaignPlan } from '../../domain/signoffs/plan-campaign.ts';
import { notAskedReasons, type NotAskedReason } from '../../domain/signoffs/whom-to-ask.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { defineCard, type AdaptiveCardJson } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { listedNames, orNames } from '../listed-names.ts';
import { Lines } from '../person-details.ts';
import { campaignProblemTexts } from './campaign-problems.ts';
import { chasingText, documentText, peopleText } from './campaign-words.ts';
import { firstThatFits, type NameRoom } from './first-that-fits.ts';
import { groupSections, SectionView, shortSections } from './name-sections.ts';

const PlanView = z.strictObject({
  title: z.string(),
  number: z.string(),
  problems: Lines,
  lines: Lines,
  sections: z.array(SectionView),
  hasNotAsked: z.boolean(),
  notAsked: Lines,
  footer: z.string(),
  canOpen: z.boolean(),
  openTitle: z.string(),
  hasMore: z.boolean(),
  isPolicy: z.boolean(),
  policy: z.string(),
  /** Ids of the chosen groups, one after another with a comma between; or nothing. */
  groups: z.string(),
  /** The campaign as it was composed, sealed. */
  draft: z.string(),
  submission: z.string(),
});
export type PlanView = z.infer<typeof PlanView>;

/** The dry run: who would be asked and who not, before anything is sent. */
export const planCard = defineCard('signoffs/plan', PlanView);

export interface PlanInput {
  readonly plan: CampaignPlan;
  readonly draft: CampaignDraft;
  readonly sealed: string;
  readonly submission: string;
  readonly school: { readonly timeZone: string };
  /** What happened instead of opening it, as a sentence. */
  readonly notice?: string | undefined;
  readonly footer: string;
}

/** The card, with as many names as fit it. */
export function renderPlan(input: PlanInput): AdaptiveCardJson {
  return firstThatFits((room) => planCard.render(toPlanView(input, room)));
}

export function toPlanView(input: PlanInput, { groups, names: most }: NameRoom): PlanView {
  const { plan, draft, sealed, submission, notice, footer } = input;
  const { document, asked, byGroup, needsSecond, problems } = plan;
  const policy = draft.document.kind === 'policy' ? draft.document.policyId : '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(draft.dueOn) ? ` by ${dayText(draft.dueOn)}` : '';
  const filled = byGroup.filter(({ people }) => people.length > 0);
  const shown = filled.slice(0, groups);
  return {
    title: document ? `Before anything is sent: ${documentText(document)}` : 'Before anything is sent',
    number: `${peopleText(asked.length)} would be asked to sign${day}.`,
    problems: [...(notice === undefined ? [] : [notice]), ...problems.map((one) => campaignProblemTexts[one])].map(
      (text) => ({ text }),
    ),
    lines: linesOf(input, filled.length - shown.length).map((text) => ({ text })),
    sections: shortSections(groupSections(filled).slice(0, groups), most),
    hasNotAsked: plan.notAsked.length > 0,
    notAsked: notAskedLines(plan),
    footer,
    canOpen: problems.length === 0,
    openTitle: needsSecond ? 'Ask the second person' : 'Open it',
    hasMore: filled.length > shown.length || shown.some(({ people }) => people.length > most),
    isPolicy: draft.document.kind === 'policy',
    policy: cutText(policy, 200),
    groups: draft.groups.join(',').slice(0, 1_000),
    draft: sealed,
    submission,
  };
}

function linesOf({ plan, draft, school }: PlanInput, moreGroups: number): string[] {
  const { document, needsSecond, seconds, replaces, asksAt, problems } = plan;
  const why = draft.why.trim();
  const statements = document?.statements.length ?? 0;
  const own = document?.kind === 'other' ? ', in your own words, and marked so' : ', in the policy’s own words';
  return [
    ...(why === '' ? [] : [`Why: ${cutText(why, 1_600)}`]),
    ...(statements === 0
      ? []
      : [`They agree to ${statements === 1 ? 'one statement' : `${statements} statements, each by itself`}${own}.`]),
    ...(problems.length > 0
      ? []
      : [`The first are asked on ${instantText(asksAt, school)}. ${chasingText(plan.chaseEvery)}`]),
    ...(needsSecond
      ? [
          `That is more than one person may ask alone, so a second one has to say yes first: ${orNames(seconds.map(({ name }) => name))}.`,
        ]
      : []),
    ...(replaces
      ? [
          `${replaces.id} asks for the same document. It is closed when this one is opened; what was signed in it is kept.`,
        ]
      : []),
    ...(moreGroups > 0 ? [`${moreGroups} more groups are under “All names”.`] : []),
  ];
}

const whyNot: Record<NotAskedReason, string> = {
  'other-audience': 'It is not for their group',
  'other-group': 'In groups that you did not choose',
  'no-group': 'Neither in the staff team nor in a group',
  'no-account': 'Teams has not told yet who they are',
  'not-yet': 'Their first day is still to come',
  'no-longer': 'Their last day is past',
  holds: 'Signed already, and that signature holds',
};

/** Why somebody is not asked, as a heading. */
export function whyNotText(why: NotAskedReason): string {
  return whyNot[why];
}

function notAskedLines({ notAsked }: CampaignPlan): { text: string }[] {
  return notAskedReasons.flatMap((why) => {
    const names = notAsked.filter((one) => one.why === why).map(({ name }) => name);
    return names.length === 0 ? [] : [{ text: `${whyNot[why]} (${names.length}): ${listedNames(names)}` }];
  });
}
