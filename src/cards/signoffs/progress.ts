import { z } from 'zod/v4';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import { isOutstanding } from '../../domain/signoffs/signatory.ts';
import { withoutGroup } from '../../domain/signoffs/by-group.ts';
import { progressOf } from '../../domain/signoffs/progress.ts';
import { outstandingStates, type Signatory } from '../../domain/signoffs/signatory.ts';
import { asSubject } from '../as-subject.ts';
import { cutText } from '../cut-text.ts';
import { defineCard, type AdaptiveCardJson } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { Lines } from '../person-details.ts';
import { versionHeading } from '../versions/version-words.ts';
import { BarView, toBarView } from './bar.ts';
import { chasingText, documentText, peopleText, standingText, stateHeadings, totalsText } from './campaign-words.ts';
import { firstThatFits, type NameRoom } from './first-that-fits.ts';
import { SectionView, shortSections } from './name-sections.ts';

const ProgressView = z.strictObject({
  title: z.string(),
  standing: z.string(),
  hasNotice: z.boolean(),
  notice: z.string(),
  lines: Lines,
  bars: z.array(BarView).min(1),
  totals: z.string(),
  sections: z.array(SectionView),
  canRemind: z.boolean(),
  canClose: z.boolean(),
  isOutdated: z.boolean(),
  /** The policy's id; empty where it is none. */
  policy: z.string(),
  campaign: z.string(),
  submission: z.string(),
});
export type ProgressView = z.infer<typeof ProgressView>;

/** How far a campaign is: numbers that add up, by group, and who is outstanding. */
export const progressCard = defineCard('signoffs/progress', ProgressView);

/** A group of the school, as the card calls it. */
export interface GroupName {
  readonly id: string;
  readonly name: string;
}

export interface ProgressInput {
  readonly campaign: Campaign;
  readonly signatories: readonly Signatory[];
  readonly groups: readonly GroupName[];
  readonly openedBy: string;
  /** The second person, where one said yes. */
  readonly confirmedBy?: string | undefined;
  /** The version that people should sign by now, where this campaign asks for an older one. */
  readonly newer?: { readonly version: string } | undefined;
  readonly school: { readonly timeZone: string };
  readonly today: string;
  readonly submission: string;
  /** What was just done, as a sentence. */
  readonly done?: string | undefined;
}

/** The card, with as many groups and names as fit it. */
export function renderProgress(input: ProgressInput): AdaptiveCardJson {
  return firstThatFits((room) => progressCard.render(toProgressView(input, room)));
}

export function toProgressView(input: ProgressInput, room: NameRoom): ProgressView {
  const { campaign, signatories, newer, today, submission } = input;
  const { document } = campaign;
  const progress = progressOf(signatories);
  const outstanding = signatories.filter(isOutstanding);
  const isOpen = campaign.state === 'open';
  const notice = noticeOf(newer, isOpen ? outstanding.filter(({ dueOn }) => dueOn < today).length : 0);
  return {
    title: documentText(document),
    standing: `${campaign.id} · ${standingText(campaign)}`,
    hasNotice: notice !== '',
    notice,
    lines: linesOf(input).map((text) => ({ text })),
    bars: [toBarView('Everybody', progress, isOpen), ...groupBars(input, room)],
    totals: totalsText(progress),
    sections: shortSections(
      outstandingStates.map((state) => ({
        heading: stateHeadings[state],
        names: outstanding.filter((one) => one.state === state).map(({ name }) => name),
      })),
      room.names,
    ),
    canRemind: isOpen && !newer && outstanding.some(({ state }) => state === 'pending' || state === 'query'),
    canClose: campaign.state !== 'closed',
    isOutdated: newer !== undefined && document.kind === 'policy',
    policy: document.kind === 'policy' ? document.policyId : '',
    campaign: campaign.id,
    submission,
  };
}

function noticeOf(newer: { readonly version: string } | undefined, overdue: number): string {
  const late = overdue === 0 ? [] : [`${peopleText(overdue)} ${overdue === 1 ? 'is' : 'are'} past their day.`];
  const old =
    newer && `${versionHeading(newer)} is in force by now and binding: these signatures are for the one before.`;
  return [...(old ? [old] : []), ...late].join(' ');
}

function linesOf({ campaign, openedBy, confirmedBy, school, done }: ProgressInput): string[] {
  const { openedAt, why, chaseEvery, state, closed } = campaign;
  return [
    ...(done === undefined ? [] : [done]),
    `${asSubject(cutText(openedBy, 240))} asked on ${instantText(openedAt, school)}${
      confirmedBy === undefined ? '' : `, and ${asSubject(cutText(confirmedBy, 240))} said yes`
    }. Why: ${cutText(why, 1_600)}`,
    ...(state === 'closed' && closed ? [`It was closed on ${instantText(closed.at, school)}.`] : []),
    ...(state === 'closed' ? [] : [chasingText(chaseEvery)]),
  ];
}

/** The groups with somebody in them, the fullest first; whoever is in two counts in both, so only the first bar adds up. */
function groupBars({ campaign, signatories, groups }: ProgressInput, room: NameRoom): BarView[] {
  const others = { name: withoutGroup, progress: progressOf(signatories.filter((one) => one.groups.length === 0)) };
  const filled = [
    ...groups.map(({ id, name }) => ({
      name,
      progress: progressOf(signatories.filter((one) => one.groups.includes(id))),
    })),
    others,
  ]
    .filter(({ progress }) => progress.audience > 0)
    .sort((one, other) => other.progress.audience - one.progress.audience);
  return filled.slice(0, room.groups).map(({ name, progress }) => toBarView(name, progress, campaign.state === 'open'));
}
