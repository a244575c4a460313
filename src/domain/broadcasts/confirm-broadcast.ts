import { nextAskingTime } from '../people/asking-time.ts';
import { isSamePerson } from '../people/same-person.ts';
import { recordFresh } from '../signoffs/record-fresh.ts';
import { allOf, toldTo } from './broadcast-deliveries.ts';
import { dayLimit } from './broadcast-day.ts';
import type { BroadcastDesk, Refused, SenderAct } from './broadcast-desk.ts';
import { broadcastEntry } from './broadcast-entries.ts';
import type { Broadcast } from './broadcast.ts';
import { readBroadcast } from './read-broadcast.ts';
import { teamsOf } from './teams-of.ts';

/**
 * - `confirmed`: it goes out, at its time or after the quiet hours; `not-confirmed`: it is ended, and nobody got it
 * - `day-full`: by now it would be the third message of its day; nothing changed, and it still waits
 * - `own`: whoever opened it cannot confirm it
 * - `settled`: it does not wait any more; `broadcast` says what became of it
 */
export type BroadcastConfirmed =
  | { readonly kind: 'confirmed' | 'not-confirmed' | 'settled'; readonly broadcast: Broadcast; readonly count: number }
  | { readonly kind: 'own' | 'day-full' }
  | { readonly kind: Exclude<Refused['kind'], 'ended'> };

type Request = SenderAct & { readonly broadcastId: string; readonly yes: boolean };

/**
 * The second person's yes or no: the head, whoever stands in, the delegate or the chair, but never whoever opened it. Either
 * way whoever opened it is told. Rejects when the store fails: then nothing changed.
 */
export function confirmBroadcast(desk: BroadcastDesk, request: Request): Promise<BroadcastConfirmed> {
  return recordFresh(() => confirmNow(desk, request));
}

async function confirmNow(desk: BroadcastDesk, request: Request): Promise<BroadcastConfirmed> {
  const found = await readBroadcast(desk, request, { asSecond: true });
  if (found.kind !== 'found') return found;
  const { broadcast, school } = found;
  const { schoolId, id, revision } = broadcast;
  const people = (await desk.broadcasts.addressees(schoolId, id)).map(({ addressee }) => addressee);
  const count = people.filter(({ person }) => person !== undefined).length;
  if (broadcast.state !== 'waiting') return { kind: settledAs(broadcast, request), broadcast, count };
  if (isSamePerson(broadcast.openedBy, request.actor)) return { kind: 'own' };
  const { tenantId, objectId } = request.actor;
  const [now, by] = [desk.now(), { tenantId, objectId }];
  const at = now.toISOString();
  const once = { act: request.act, deed: 'confirm', made: id } as const;

  if (!request.yes) {
    const ended: Broadcast = {
      ...{ ...broadcast, state: 'ended', revision: revision + 1 },
      ended: { at, why: 'not-confirmed', by },
    };
    const then = {
      owed: [toldTo(broadcast, 'not-confirmed', at)],
      entries: [broadcastEntry(broadcast, 'broadcast-not-confirmed', at)],
    };
    const recorded = await desk.broadcasts.record({ schoolId, once, at, broadcasts: [ended], then });
    return recorded.kind === 'recorded' ? { kind: 'not-confirmed', broadcast: ended, count } : { kind: 'overtaken' };
  }

  const wanted = new Date(broadcast.sendAt);
  const notBefore = nextAskingTime(school, wanted > now ? wanted : now).toISOString();
  const confirmed: Broadcast = {
    ...{ ...broadcast, state: 'open', sendAt: notBefore, revision: revision + 1 },
    confirmed: { by, at },
  };
  const teams = broadcast.channel ? await teamsOf(desk.persons, schoolId) : [];
  const recorded = await desk.broadcasts.record({
    ...{ schoolId, once, at, broadcasts: [confirmed] },
    within: dayLimit(school, new Date(notBefore)),
    then: {
      owed: [...allOf(confirmed, { addressees: people, teams }, { at, notBefore }), toldTo(broadcast, 'confirmed', at)],
      entries: [broadcastEntry(broadcast, 'broadcast-confirmed', at, { people: count })],
    },
  });
  if (recorded.kind === 'recorded') return { kind: 'confirmed', broadcast: confirmed, count };
  return { kind: recorded.kind === 'day-full' ? 'day-full' : 'overtaken' };
}

/** The same answer of the same person again is told as it was the first time. */
function settledAs(
  { confirmed, ended }: Broadcast,
  { actor, yes }: Request,
): 'confirmed' | 'not-confirmed' | 'settled' {
  if (yes && isSamePerson(confirmed?.by, actor)) return 'confirmed';
  return !yes && ended?.why === 'not-confirmed' && isSamePerson(ended.by, actor) ? 'not-confirmed' : 'settled';
}
