import type { Person, School } from '../people/school.ts';
import { isSamePerson } from '../people/same-person.ts';
import { readWithAbsences } from '../people/with-absences.ts';
import { mayConfirm } from '../signoffs/may-ask.ts';
import type { BroadcastDesk, SenderRequest } from './broadcast-desk.ts';
import type { BroadcastStore } from './broadcast-store.ts';
import type { Broadcast } from './broadcast.ts';
import { sendingRight } from './may-broadcast.ts';

export type BroadcastFound =
  | { readonly kind: 'found'; readonly broadcast: Broadcast; readonly school: School }
  | { readonly kind: 'not-yours' | 'not-found' };

/**
 * The broadcast, for whoever may look at it and change it: those who may send everything, and a delegate where it is their
 * own. `asSecond`: for those who may confirm one, too.
 */
export async function readBroadcast(
  {
    broadcasts,
    absences,
  }: Pick<BroadcastDesk, 'absences'> & { readonly broadcasts: Pick<BroadcastStore, 'broadcast'> },
  { actor, library, person, today, broadcastId }: SenderRequest & { readonly broadcastId: string },
  { asSecond = false } = {},
): Promise<BroadcastFound> {
  const school = await readWithAbsences(absences, library.school, today);
  const right = sendingRight(school, person, today);
  const isSecond = asSecond && isAmong(mayConfirm(school, today), person);
  if (!right && !isSecond) return { kind: 'not-yours' };
  const broadcast = await broadcasts.broadcast(school.id, broadcastId);
  if (!broadcast) return { kind: 'not-found' };
  const isTheirs = right?.kind === 'everything' || isSecond || isSamePerson(broadcast.openedBy, actor);
  return isTheirs ? { kind: 'found', broadcast, school } : { kind: 'not-yours' };
}

/**
 * Those that this person may look at, in the order in which they were opened: all of the school, and a delegate's own.
 * `not-yours`: they may send nothing.
 */
export async function readBroadcasts(
  { broadcasts, absences }: Pick<BroadcastDesk, 'broadcasts' | 'absences'>,
  { actor, library, person, today }: SenderRequest,
): Promise<{ readonly kind: 'found'; readonly broadcasts: readonly Broadcast[] } | { readonly kind: 'not-yours' }> {
  const school = await readWithAbsences(absences, library.school, today);
  const right = sendingRight(school, person, today);
  if (!right) return { kind: 'not-yours' };
  const all = await broadcasts.broadcasts(school.id);
  const isTheirs = ({ openedBy }: Broadcast) => right.kind === 'everything' || isSamePerson(openedBy, actor);
  return { kind: 'found', broadcasts: all.filter(isTheirs) };
}

function isAmong(people: readonly Person[], person: Person | undefined): boolean {
  return person !== undefined && people.some(({ id }) => id === person.id);
}
