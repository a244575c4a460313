import { z } from 'zod/v4';
import { longestTexts, type CampaignProblem } from '../../domain/signoffs/campaign-draft.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { Choices } from '../label-text.ts';
import { Lines } from '../person-details.ts';
import { versionText } from '../versions/version-words.ts';
import { problemText } from './campaign-problems.ts';
import type { GroupName } from './progress.ts';

const fields = {
  hasProblem: z.boolean(),
  problem: z.string(),
  lines: Lines,
  hasGroups: z.boolean(),
  groups: Choices,
  /** YYYY-MM-DD. */
  dueOn: z.string(),
};
const ComposeView = z.strictObject({ ...fields, policies: Choices.min(1), policy: z.string() });
const OtherView = z.strictObject(fields);
export type ComposeView = z.infer<typeof ComposeView>;
export type ComposeOtherView = z.infer<typeof OtherView>;

/** Asks which policy is to be signed, by whom, why and by when. Only ever shown where a policy can be signed. */
export const composeCard = defineCard('signoffs/compose', ComposeView);
/** The same for what is no policy of the school's: its name, words and declaration are typed. */
export const composeOtherCard = defineCard('signoffs/compose-other', OtherView);

const mostChoices = 30;

interface ComposeInput {
  readonly groups: readonly GroupName[];
  readonly dueOn: string;
  readonly problems?: readonly CampaignProblem[] | undefined;
  /** What was typed before, so that nobody has to remember it. */
  readonly typed?: { readonly why: string } | undefined;
}

function fieldsOf({ groups, dueOn, problems = [], typed }: ComposeInput): ComposeOtherView {
  const why = typed?.why.trim() ?? '';
  return {
    hasProblem: problems.length > 0,
    problem: problems.length > 0 ? problemText(problems) : '',
    lines: why === '' ? [] : [{ text: `You wrote: ${cutText(why, 4 * longestTexts.why)}` }],
    hasGroups: groups.length > 0,
    groups: groups.slice(0, mostChoices).map(({ id, name }) => ({ title: cutText(name, 240), value: id })),
    dueOn,
  };
}

/** `policies`: those that can be signed, as they are in force. `policy`: the one that is proposed. */
export function toComposeView(
  input: ComposeInput & {
    readonly policies: readonly { readonly id: string; readonly title: string; readonly version: string }[];
    readonly policy?: string | undefined;
  },
): ComposeView {
  const policies = input.policies
    .slice(0, mostChoices)
    .map(({ id, title, version }) => ({ title: `${cutText(title, 300)}, ${versionText({ version })}`, value: id }));
  const proposed = policies.find(({ value }) => value === input.policy) ?? policies[0];
  return { ...fieldsOf(input), policies, policy: proposed?.value ?? '' };
}

export function toComposeOtherView(input: ComposeInput): ComposeOtherView {
  return fieldsOf(input);
}
