import { z } from 'zod/v4';
import { longestMessage, type BroadcastDraft, type BroadcastProblem } from '../../domain/broadcasts/broadcast-draft.ts';
import { broadcastTemplates } from '../../domain/broadcasts/broadcast.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';
import { documentText } from '../signoffs/campaign-words.ts';
import { Choices } from '../label-text.ts';
import type { GroupName } from '../signoffs/progress.ts';
import { broadcastProblemText } from './broadcast-problems.ts';
import { messageLines } from './broadcast-words.ts';

const ComposeView = z.strictObject({
  hasProblem: z.boolean(),
  problem: z.string(),
  /** What was typed before, so that nobody has to remember it. */
  hasTyped: z.boolean(),
  typed: Lines,
  templates: Choices.min(1),
  template: z.string(),
  policies: Choices.min(1),
  policy: z.string(),
  hasGroups: z.boolean(),
  groups: Choices,
  group: z.string(),
  /** Only whoever may send in several schools is asked for them. */
  hasSchools: z.boolean(),
  schools: Choices,
  school: z.string(),
  hasCampaigns: z.boolean(),
  campaigns: Choices,
  campaign: z.string(),
  buttons: z.string(),
  channel: z.string(),
  /** YYYY-MM-DD and HH:MM, or nothing: at once. */
  day: z.string(),
  time: z.string(),
});
export type ComposeView = z.infer<typeof ComposeView>;

/** Asks what is to be said, to whom, with which buttons and when. */
export const composeCard = defineCard('broadcasts/compose', ComposeView);

const mostChoices = 30;
const templateTitles = {
  notice: 'A notice in my own words',
  review: 'About a policy’s review',
  'sign-off': 'A reminder to sign',
} as const;

/** `campaigns`: those that are open. `draft` is what was composed before, `problems` what is wrong with it. */
export function toComposeView(input: {
  readonly policies: readonly { readonly id: string; readonly title: string }[];
  readonly groups: readonly GroupName[];
  /** The other schools in which the sender may send. */
  readonly schools?: readonly GroupName[];
  readonly campaigns: readonly Pick<Campaign, 'id' | 'document'>[];
  readonly draft?: Partial<BroadcastDraft> | undefined;
  readonly problems?: readonly BroadcastProblem[] | undefined;
}): ComposeView {
  const { draft = {}, problems = [] } = input;
  const { template = 'notice', policyId = '', buttons = ['done'], audience, channel = false, sendAt = '' } = draft;
  const policies = input.policies
    .slice(0, mostChoices)
    .map(({ id, title }) => ({ title: cutText(title, 300), value: id }));
  const groups = input.groups.slice(0, mostChoices).map(({ id, name }) => ({ title: cutText(name, 240), value: id }));
  const schools = (input.schools ?? [])
    .slice(0, mostChoices)
    .map(({ id, name }) => ({ title: cutText(name, 240), value: id }));
  const campaigns = input.campaigns
    .slice(0, mostChoices)
    .map(({ id, document }) => ({ title: `${cutText(documentText(document), 300)} (${id})`, value: id }));
  const chosen =
    audience?.kind === 'groups' ? audience.groups.filter((id) => groups.some(({ value }) => value === id)) : [];
  // One of the two may be missing: the other is kept.
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)?T(\d\d:\d\d)?$/.exec(sendAt) ?? [];
  const typed = messageLines((draft.message ?? '').slice(0, longestMessage));
  return {
    hasProblem: problems.length > 0,
    problem: problems.length > 0 ? broadcastProblemText(problems) : '',
    hasTyped: typed.length > 0,
    typed,
    templates: broadcastTemplates.toReversed().map((value) => ({ title: templateTitles[value], value })),
    template,
    policies: [{ title: 'None', value: 'none' }, ...policies],
    policy: policies.some(({ value }) => value === policyId) ? policyId : 'none',
    hasGroups: groups.length > 0,
    groups,
    group: chosen.join(','),
    hasSchools: schools.length > 0,
    schools,
    school: (draft.schools ?? []).filter((id) => schools.some(({ value }) => value === id)).join(','),
    hasCampaigns: campaigns.length > 0,
    campaigns: [{ title: 'No: those whom I chose above', value: 'none' }, ...campaigns],
    campaign:
      audience?.kind === 'unsigned' && campaigns.some(({ value }) => value === audience.campaignId)
        ? audience.campaignId
        : 'none',
    buttons: buttons.join(','),
    channel: channel ? 'yes' : 'no',
    day,
    time,
  };
}
