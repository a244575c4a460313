import { keysOfPeople } from '../people/keys-of-people.ts';
import type { PersonKey } from '../people/person-key.ts';
import { recordFresh } from '../signoffs/record-fresh.ts';
import { typedText } from '../signoffs/typed-text.ts';
import type { Asked } from '../signoffs/whom-to-ask.ts';
import type { Addressee } from './addressee.ts';
import { allOf, confirmTo } from './broadcast-deliveries.ts';
import { dayLimit } from './broadcast-day.ts';
import type { BroadcastDesk, SenderAct } from './broadcast-desk.ts';
import type { BroadcastDraft } from './broadcast-draft.ts';
import { broadcastEntry } from './broadcast-entries.ts';
import type { Broadcast } from './broadcast.ts';
import { planBroadcast, type BroadcastPlan } from './plan-broadcast.ts';
import { teamsOf } from './teams-of.ts';

/**
 * - `opened`: it goes out (state `open`), or a second person is asked (state `waiting`); `count` is how many are in it. The
 *   same act again gives the same broadcast
 * - `incomplete`: nothing was stored; `plan.problems` says why
 * - `changed`: nothing was stored; it would go to other people than `seen`; show `plan` again
 */
export type BroadcastOpened =
  | { readonly kind: 'opened'; readonly broadcast: Broadcast; readonly count: number }
  | { readonly kind: 'incomplete' | 'changed'; readonly plan: BroadcastPlan }
  | { readonly kind: 'not-yours' | 'overtaken' };

/** What all broadcasts have that are opened in several schools as one message, and who is asked in this school to confirm it. */
interface Together {
  readonly id: string;
  readonly openedAt: string;
  readonly seconds: readonly PersonKey[];
}

type Request = SenderAct & {
  readonly draft: BroadcastDraft;
  readonly seen?: string | undefined;
  readonly together?: Together | undefined;
};

/**
 * Opens a broadcast: itself, everybody in it and what they are owed, in one step. `seen` is the fingerprint of the plan that
 * was shown. Rejects when the store fails: then nothing was stored.
 */
export function openBroadcast(desk: BroadcastDesk, request: Request): Promise<BroadcastOpened> {
  return recordFresh(() => openNow(desk, request));
}

async function openNow(desk: BroadcastDesk, request: Request): Promise<BroadcastOpened> {
  const { together } = request;
  const plan = await planBroadcast(desk, { ...request, isOneOfSeveral: together !== undefined });
  if (plan.kind === 'not-yours') return plan;
  const before = await desk.broadcasts.openedBy(request.library.school.id, request.act);
  if (before) return opened(desk, before);
  const problems = together ? plan.problems.filter((one) => one !== 'no-second') : plan.problems;
  if (problems.length > 0) return { kind: 'incomplete', plan };
  if (request.seen !== undefined && request.seen !== plan.fingerprint) return { kind: 'changed', plan };
  const broadcast = toBroadcast(desk, request, plan);
  const { schoolId, id, openedAt: at, sendAt: notBefore } = broadcast;
  const addressees = plan.asked.map((one) => newAddressee(broadcast, one, desk.newId()));
  const waits = broadcast.state === 'waiting';
  const keyOf = await keysOfPeople(desk.persons, broadcast.openedBy.tenantId);
  const own = waits ? plan.seconds.flatMap((person) => keyOf(person) ?? []) : [];
  const seconds = together?.seconds ?? own;
  const teams = broadcast.channel && !waits ? await teamsOf(desk.persons, schoolId) : [];
  const recorded = await desk.broadcasts.record({
    schoolId,
    once: { act: request.act, deed: 'open', made: id },
    at,
    broadcasts: [broadcast],
    addressees,
    within: dayLimit(request.library.school, new Date(notBefore)),
    then: {
      owed: [
        ...(waits ? [] : allOf(broadcast, { addressees, teams }, { at, notBefore })),
        ...seconds.map((to) => confirmTo(broadcast, to, at)),
      ],
      entries: [broadcastEntry(broadcast, 'broadcast-opened', at, { people: addressees.length, waits })],
    },
  });
  if (recorded.kind === 'recorded') return { kind: 'opened', broadcast, count: addressees.length };
  return { kind: 'overtaken' }; // seen meanwhile, overtaken or the day full: the next look finds what there is
}

async function opened({ broadcasts }: BroadcastDesk, broadcast: Broadcast): Promise<BroadcastOpened> {
  return { kind: 'opened', broadcast, count: (await broadcasts.addressees(broadcast.schoolId, broadcast.id)).length };
}

function newAddressee({ schoolId, id: broadcastId }: Broadcast, asked: Asked, id: string): Addressee {
  return { id, schoolId, broadcastId, ...asked, round: asked.person ? 1 : 0, revision: 1 };
}

function toBroadcast(
  { newReference, now }: BroadcastDesk,
  { actor: { tenantId, objectId }, library, draft, together }: Request,
  plan: BroadcastPlan,
): Broadcast {
  const { template, policyId, clauseId, buttons, audience, channel } = draft;
  return {
    id: together?.id ?? newReference('BC'),
    schoolId: library.school.id,
    template,
    ...(policyId !== undefined && { policyId }),
    ...(clauseId !== undefined && { clauseId }),
    message: typedText(draft.message),
    buttons: [...new Set(buttons)],
    audience,
    channel,
    sendAt: plan.sendAt,
    state: plan.needsSecond ? 'waiting' : 'open',
    openedBy: { tenantId, objectId },
    openedAt: together?.openedAt ?? now().toISOString(),
    edition: 1,
    revision: 1,
  };
}
