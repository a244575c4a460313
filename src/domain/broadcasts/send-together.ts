import { createHash } from 'node:crypto';
import { keysOfPeople } from '../people/keys-of-people.ts';
import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { Person } from '../people/school.ts';
import type { BroadcastDesk, SenderAct, SenderRequest } from './broadcast-desk.ts';
import type { BroadcastDraft } from './broadcast-draft.ts';
import { endBroadcast } from './end-broadcast.ts';
import { openBroadcast, type BroadcastOpened } from './open-broadcast.ts';
import { planBroadcast, type BroadcastPlan, type PlanElsewhere } from './plan-broadcast.ts';

/** Whoever sends, as each of the schools knows them; the first is the one in which they write. Two or more. */
type InEach<Request> = readonly [Request, ...Request[]];
type Drafted = { readonly draft: BroadcastDraft };

/**
 * Says what opening `draft` in several schools at once would do: the plan of the first, and what it comes to in the others.
 * Only for whoever may send everything in each of them. A second person has to confirm it, who may do so in each, too.
 */
export async function planTogether(
  desk: BroadcastDesk,
  [first, ...others]: InEach<SenderRequest>,
  { draft }: Drafted,
): Promise<BroadcastPlan | { readonly kind: 'not-yours' }> {
  const plans: BroadcastPlan[] = [];
  for (const request of [first, ...others]) {
    const plan = await planBroadcast(desk, { ...request, draft, isOneOfSeveral: true });
    if (plan.kind === 'not-yours' || plan.right.kind !== 'everything') return { kind: 'not-yours' };
    plans.push(plan);
  }
  const [own, ...rest] = plans;
  if (!own) return { kind: 'not-yours' };
  const seconds = await inAll(desk, plans, first.actor);
  const elsewhere = rest.map(({ asked, problems }, n): PlanElsewhere => {
    const { name } = others[n]?.library.school ?? { name: '' };
    const reached = asked.filter(({ person }) => person !== undefined).length;
    return { name, reached, problems: problems.filter((one) => one !== 'no-second') };
  });
  const isHindered = elsewhere.some(({ problems }) => problems.length > 0);
  return {
    ...own,
    ...{ seconds, elsewhere },
    problems: [
      ...own.problems.filter((one) => one !== 'no-second'),
      ...(isHindered ? (['elsewhere'] as const) : []),
      ...(seconds.length === 0 ? (['no-second'] as const) : []),
    ],
    fingerprint: createHash('sha256')
      .update(plans.map(({ fingerprint }) => fingerprint).join())
      .digest('hex'),
  };
}

/** Those of the first plan’s seconds who are one in every other, too. */
async function inAll(
  { persons }: Pick<BroadcastDesk, 'persons'>,
  [own, ...rest]: readonly BroadcastPlan[],
  { tenantId }: PersonKey,
): Promise<Person[]> {
  const keyOf = await keysOfPeople(persons, tenantId);
  const isIn = (plan: BroadcastPlan, one: Person) =>
    plan.seconds.some((other) => isSamePerson(keyOf(other), keyOf(one)));
  return (own?.seconds ?? []).filter((one) => rest.every((plan) => isIn(plan, one)));
}

/**
 * Opens a broadcast in each of several schools: one of its own in each, with its own ledger and totals, under one reference
 * and of one instant, by which they are known to be one message. Each waits for a second person; nobody gets anything before.
 * The same act again goes on where it was interrupted. Where one cannot be opened the others are cancelled. Rejects when the
 * store fails.
 */
export async function openTogether(
  desk: BroadcastDesk,
  requests: InEach<SenderAct>,
  { draft, seen }: Drafted & { readonly seen?: string | undefined },
): Promise<BroadcastOpened> {
  const plan = await planTogether(desk, requests, { draft });
  if (plan.kind === 'not-yours') return plan;
  const before = await Promise.all(
    requests.map(({ library, act }) => desk.broadcasts.openedBy(library.school.id, act)),
  );
  const begun = before.find((one) => one !== undefined);
  if (!begun && plan.problems.length > 0) return { kind: 'incomplete', plan };
  if (!begun && seen !== undefined && seen !== plan.fingerprint) return { kind: 'changed', plan };
  const [own, ...others] = requests;
  const keyOf = await keysOfPeople(desk.persons, own.actor.tenantId);
  const seconds = plan.seconds.flatMap((person) => keyOf(person) ?? []);
  let { id, openedAt } = begun ?? { id: await freeId(desk, requests), openedAt: desk.now().toISOString() };
  const open = async (request: SenderAct, asked: readonly PersonKey[]): Promise<BroadcastOpened> => {
    const outcome = await openBroadcast(desk, { ...request, draft, together: { id, openedAt, seconds: asked } });
    // Another run of the same act may have been first, and named it.
    if (outcome.kind === 'opened') ({ id, openedAt } = outcome.broadcast);
    return outcome;
  };
  // The own one last: with it the second person is asked, who answers for all.
  let outcome: BroadcastOpened = { kind: 'overtaken' };
  const done: SenderAct[] = [];
  for (const request of [...others, own]) {
    outcome = await open(request, request === own ? seconds : []);
    if (outcome.kind !== 'opened') break;
    done.push(request);
  }
  if (outcome.kind === 'opened') return outcome;
  for (const request of done) await endBroadcast(desk, { ...request, broadcastId: id, why: 'cancelled' });
  const again = await planTogether(desk, requests, { draft });
  return again.kind === 'plan' ? { kind: 'incomplete', plan: again } : again;
}

/** A reference that none of the schools has. */
async function freeId(
  { broadcasts, newReference }: BroadcastDesk,
  requests: readonly SenderRequest[],
): Promise<string> {
  for (;;) {
    const id = newReference('BC');
    const there = await Promise.all(requests.map(({ library }) => broadcasts.broadcast(library.school.id, id)));
    if (there.every((one) => one === undefined)) return id;
  }
}
