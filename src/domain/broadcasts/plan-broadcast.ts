import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { nextAskingTime } from '../people/asking-time.ts';
import { keysOfPeople } from '../people/keys-of-people.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { Person, School } from '../people/school.ts';
import { readWithAbsences } from '../people/with-absences.ts';
import { quotablePolicies } from '../policies/library.ts';
import { mayConfirm } from '../signoffs/may-ask.ts';
import { typedText } from '../signoffs/typed-text.ts';
import { whoIs, type Asked, type NotAsked } from '../signoffs/whom-to-ask.ts';
import { dayLimit, goesOutIn } from './broadcast-day.ts';
import type { BroadcastDesk, SenderRequest } from './broadcast-desk.ts';
import { longestMessage, type BroadcastDraft, type BroadcastProblem } from './broadcast-draft.ts';
import type { Broadcast } from './broadcast.ts';
import { covers, sendingRight, type SendingRight } from './may-broadcast.ts';
import { teamsOf } from './teams-of.ts';
import { whomToTell } from './whom-to-tell.ts';

/** What opening a broadcast would do. Nothing of it is stored, and nobody is told. */
export interface BroadcastPlan {
  readonly kind: 'plan';
  /** In the order of their names; whoever has `listed` and no `person` gets nothing. */
  readonly asked: readonly Asked[];
  readonly notAsked: readonly NotAsked[];
  /** When the first copies go out, ISO 8601: as asked for, or after the quiet hours. */
  readonly sendAt: string;
  readonly needsSecond: boolean;
  /** Who may confirm it and can be told, where `needsSecond`. */
  readonly seconds: readonly Person[];
  readonly right: SendingRight;
  /** What the same comes to in the other schools, where it goes to several. */
  readonly elsewhere?: readonly PlanElsewhere[] | undefined;
  /** All of them; the broadcast can be opened when there is none. */
  readonly problems: readonly BroadcastProblem[];
  /** SHA-256 over the draft and whom it goes to: what `openBroadcast` compares with what was shown. */
  readonly fingerprint: string;
}

/** The plan in one of the other schools that a message goes to. */
export interface PlanElsewhere {
  readonly name: string;
  /** How many get it. */
  readonly reached: number;
  readonly problems: readonly BroadcastProblem[];
}

const mostDaysAhead = 366;

/** Says what opening `draft` would do now. `isOneOfSeveral`: it goes to other schools too, for which nobody may send alone. */
export async function planBroadcast(
  desk: BroadcastDesk,
  {
    actor,
    person,
    library,
    today,
    draft,
    isOneOfSeveral = false,
  }: SenderRequest & { readonly draft: BroadcastDraft; readonly isOneOfSeveral?: boolean },
): Promise<BroadcastPlan | { readonly kind: 'not-yours' }> {
  const school = await readWithAbsences(desk.absences, library.school, today);
  const right = sendingRight(school, person, today);
  if (!right) return { kind: 'not-yours' };
  const mayWrite = covers(right, draft);
  const whom = mayWrite
    ? await whomToTell(desk, { audience: draft.audience, library, tenantId: actor.tenantId, today })
    : { asked: [], notAsked: [] }; // the names of people whom they may not write to are not theirs to see
  const { asked, notAsked } = whom ?? { asked: [], notAsked: [] };
  const reached = asked.filter(({ person: account }) => account !== undefined).length;
  const needsSecond = isOneOfSeveral || reached > school.signoffs.secondPersonAbove;
  const keyOf = await keysOfPeople(desk.persons, actor.tenantId);
  const isOther = (one: Person) => keyOf(one) !== undefined && !isSamePerson(keyOf(one), actor);
  const seconds = needsSecond ? mayConfirm(school, today).filter(isOther) : [];
  const time = timeOf(draft.sendAt, school, desk.now());
  const teams = await teamsOf(desk.persons, school.id);
  const policy = quotablePolicies(library, today).find(({ cover }) => cover.id === draft.policyId);
  const needsPolicy =
    draft.template === 'review' || draft.buttons.some((button) => button === 'read' || button === 'ask');
  const hasClause = draft.clauseId === undefined || policy?.clauses.some(({ id }) => id === draft.clauseId);
  const needsCampaign = draft.template === 'sign-off' || draft.buttons.includes('sign');
  const isUnknownGroup =
    draft.audience.kind === 'groups' &&
    draft.audience.groups.some((id) => !school.groups.some((group) => group.id === id));
  const message = typedText(draft.message);
  const found: (BroadcastProblem | false)[] = [
    message === '' && 'no-message',
    message.length > longestMessage && 'too-long',
    (needsPolicy || draft.policyId !== undefined) && !policy && 'no-policy',
    policy !== undefined && !hasClause && 'no-clause',
    ((needsCampaign && draft.audience.kind !== 'unsigned') || !whom) && 'no-campaign',
    isUnknownGroup && 'unknown-group',
    mayWrite && reached === 0 && 'nobody',
    draft.channel && teams.length === 0 && 'no-channel',
    time.problem ?? false,
    isFull(await desk.broadcasts.broadcasts(school.id), school, time.sendAt) && 'day-full',
    !mayWrite && 'not-delegated',
    needsSecond && seconds.length === 0 && 'no-second',
  ];
  return {
    ...{ kind: 'plan', asked, notAsked, sendAt: time.sendAt.toISOString(), needsSecond, seconds, right },
    problems: found.filter((problem) => problem !== false),
    fingerprint: fingerprintOf(draft, asked),
  };
}

/** When it goes out: when it was asked for, or as soon after as people may be written to. */
export function timeOf(
  wanted: string | undefined,
  school: School,
  now: Date,
): { sendAt: Date; problem?: 'bad-time' | 'time-past' | 'time-far' } {
  if (wanted === undefined) return { sendAt: nextAskingTime(school, now) };
  const local = DateTime.fromISO(wanted, { zone: school.timeZone });
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wanted) || !local.isValid) return { sendAt: now, problem: 'bad-time' };
  const at = local.toJSDate();
  if (at < now) return { sendAt: now, problem: 'time-past' };
  const sendAt = nextAskingTime(school, at);
  const isFar = at.getTime() > now.getTime() + mostDaysAhead * 86_400_000;
  return isFar ? { sendAt, problem: 'time-far' } : { sendAt };
}

/** Whether as many go out on that day of the school as people read. */
function isFull(broadcasts: readonly Broadcast[], school: School, sendAt: Date): boolean {
  const limit = dayLimit(school, sendAt);
  return broadcasts.filter((one) => goesOutIn(limit, one)).length >= limit.count;
}

function fingerprintOf(draft: BroadcastDraft, asked: readonly Asked[]): string {
  const { template, policyId = '', clauseId = '', buttons, channel, sendAt = '' } = draft;
  const words = { template, policyId, clauseId, message: typedText(draft.message), buttons, channel, sendAt };
  return createHash('sha256')
    .update(canonicalJson({ ...words, whom: asked.map(whoIs).sort() }))
    .digest('hex');
}
