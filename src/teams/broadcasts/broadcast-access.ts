import { sendingRight } from '../../domain/broadcasts/may-broadcast.ts';
import { readBroadcast } from '../../domain/broadcasts/read-broadcast.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import { readWithAbsences } from '../../domain/people/with-absences.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { requestOf, type BroadcastDeps } from './broadcast-deps.ts';
import { inPrivate, noBroadcast, notYours } from './broadcast-replies.ts';

/** What somebody reads who may write to nobody, or asked where others read along; undefined where they may. */
export async function turnedAway(
  { absences }: Pick<BroadcastDeps, 'absences'>,
  { person, today, place, library }: Caller,
): Promise<Pressed | undefined> {
  const school = await readWithAbsences(absences, library.school, today);
  if (!sendingRight(school, person, today)) return notYours();
  return place.kind === 'personal' ? undefined : inPrivate();
}

/**
 * Goes on with the broadcast of that reference where the caller may look at it, in their own chat; `asSecond`: whoever may
 * confirm one may, too.
 */
export async function inBroadcast(
  deps: BroadcastDeps,
  caller: Caller,
  reference: string,
  then: (broadcast: Broadcast) => Promise<Pressed> | Pressed,
  options: { readonly asSecond?: boolean } = {},
): Promise<Pressed> {
  const request = { ...requestOf(caller), broadcastId: reference.toUpperCase() };
  const found = await readBroadcast(deps, request, options);
  if (found.kind === 'not-yours') return notYours();
  if (caller.place.kind !== 'personal') return inPrivate();
  return found.kind === 'found' ? then(found.broadcast) : noBroadcast();
}
