import type { BroadcastDraft } from '../../domain/broadcasts/broadcast-draft.ts';
import type { BroadcastAudience, BroadcastButton } from '../../domain/broadcasts/broadcast.ts';
import type { School } from '../../domain/people/school.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { Policy } from '../../domain/policies/policy.ts';
import { campaignCalled } from '../../domain/signoffs/campaign-called.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { VerbData } from '../verbs.ts';
import type { Told } from './read-told.ts';

/** What the form says. A reminder to sign always has the button for it. */
export function fromForm(
  library: SchoolLibrary,
  campaigns: readonly Campaign[],
  form: VerbData<'broadcasts.plan'>,
): BroadcastDraft {
  const { template, message, policy, clause, groups, schools, unsigned, buttons, channel, day, time } = form;
  const isUnsigned = unsigned !== 'none' && unsigned !== '';
  const audience: BroadcastAudience = isUnsigned
    ? { kind: 'unsigned', campaignId: unsigned }
    : groups.length > 0
      ? { kind: 'groups', groups }
      : { kind: 'everybody' };
  const policyId = policy === 'none' ? '' : policy;
  return {
    template,
    message: message.trim() === '' ? reminderOf(campaigns, audience) : message,
    buttons: template === 'sign-off' && !buttons.includes('sign') ? ['sign', ...buttons] : buttons,
    audience,
    channel: channel === 'yes',
    ...(schools.length > 0 && { schools }),
    ...quoted(library, policyId, clause),
    ...((day !== '' || time !== '') && { sendAt: `${day}T${time}` }),
  };
}

/**
 * What was typed: a policy by its id or title, groups by their ids or names, a sign-off by its reference or what it is
 * for, schools by their ids or names, of `others`; the school itself is not named among them. What the school does not have is kept as it is: the dry run says so.
 */
export function fromTold(
  library: SchoolLibrary,
  campaigns: readonly Campaign[],
  told: Told,
  others: readonly School[] = [],
): BroadcastDraft {
  const { template, whom, message, policy, clause, channel, sendAt } = told;
  const wanted = policy.toLowerCase();
  const found = library.policies.find(({ cover }) => cover.id === wanted || cover.title.toLowerCase() === wanted);
  const audience = toAudience(library, campaigns, whom);
  const usual: readonly BroadcastButton[] =
    audience.kind === 'unsigned' ? ['sign'] : found ? ['read', 'done'] : ['done'];
  return {
    template: template ?? (audience.kind === 'unsigned' ? 'sign-off' : 'notice'),
    ...quoted(library, policy === '' ? '' : (found?.cover.id ?? policy), clause),
    message: message === '' ? reminderOf(campaigns, audience) : message,
    buttons: told.buttons ?? usual,
    audience,
    channel,
    ...(told.schools.length > 0 && { schools: schoolIds(told.schools, library.school, others) }),
    ...(sendAt !== undefined && { sendAt }),
  };
}

function schoolIds(names: readonly string[], own: School, others: readonly School[]): string[] {
  if (names.some((name) => /^(?:all|all of them|all my schools)$/i.test(name))) return others.map(({ id }) => id);
  const called = (name: string) =>
    [own, ...others].find((one) => [one.id, one.name.toLowerCase()].includes(name.toLowerCase()));
  return names.map((name) => called(name)?.id ?? name).filter((id) => id !== own.id);
}

/** The words of a reminder to sign where its sender wrote none. */
function reminderOf(campaigns: readonly Campaign[], audience: BroadcastAudience): string {
  const campaign = audience.kind === 'unsigned' && campaigns.find(({ id }) => id === audience.campaignId);
  return campaign ? `Please read and sign ${campaign.document.title}.` : '';
}

function toAudience({ school }: SchoolLibrary, campaigns: readonly Campaign[], whom: Told['whom']): BroadcastAudience {
  if (whom.kind === 'everybody') return whom;
  if (whom.kind === 'groups') {
    const groups = whom.names.map((name) => {
      const known = school.groups.find((group) => [group.id, group.name.toLowerCase()].includes(name.toLowerCase()));
      return known?.id ?? name;
    });
    return { kind: 'groups', groups };
  }
  return { kind: 'unsigned', campaignId: campaignCalled(campaigns, whom.what, ['open'])?.id ?? whom.what };
}

/** The policy, and the clause by its printed number or its id; one that is not there stays as it was typed. */
function quoted(
  { policies }: SchoolLibrary,
  policyId: string,
  typed: string,
): Pick<BroadcastDraft, 'policyId' | 'clauseId'> {
  if (policyId === '') return {};
  const wanted = typed
    .trim()
    .replace(/^clause /i, '')
    .replace(/\.$/, '');
  if (wanted === '') return { policyId };
  const policy = policies.find(({ cover }) => cover.id === policyId);
  return { policyId, clauseId: (policy && clauseCalled(policy, wanted)) ?? wanted };
}

function clauseCalled({ clauses }: Policy, wanted: string): string | undefined {
  const isIt = (text: string | undefined) => text?.replace(/\.$/, '').toLowerCase() === wanted.toLowerCase();
  return clauses.find(({ ref, id }) => isIt(ref) || id === wanted)?.id;
}
