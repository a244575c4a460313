import { nextAskingTime } from '../people/asking-time.ts';
import { recordFresh } from '../signoffs/record-fresh.ts';
import { addresseeState, type AddresseeState } from './addressee-state.ts';
import type { Addressee } from './addressee.ts';
import { messageTo } from './broadcast-deliveries.ts';
import type { BroadcastDesk, Refused, SenderAct } from './broadcast-desk.ts';
import { broadcastEntry } from './broadcast-entries.ts';
import type { Broadcast } from './broadcast.ts';
import { readBroadcast } from './read-broadcast.ts';

/** The states of those whom it surely did not reach, and whom another try may. */
export const failedStates: readonly AddresseeState[] = ['refused', 'never-installed'];

/** `again`: so many people get it once more, not before `sendAt`; none where it reached everybody whom it could.
 * `before`: this very act came before, and nothing was owed now. */
export type SentAgain =
  | { readonly kind: 'again'; readonly broadcast: Broadcast; readonly count: number; readonly sendAt: string }
  | { readonly kind: 'before' }
  | Refused;

type Request = SenderAct & { readonly broadcastId: string };

/** Sends it again to those whom it surely did not reach, and to nobody else. Rejects when the store fails: then nothing changed. */
export function sendAgain(desk: BroadcastDesk, request: Request): Promise<SentAgain> {
  return recordFresh(() => sendAgainNow(desk, request));
}

async function sendAgainNow(desk: BroadcastDesk, request: Request): Promise<SentAgain> {
  const found = await readBroadcast(desk, request);
  if (found.kind !== 'found') return found;
  const { broadcast, school } = found;
  const { schoolId, id } = broadcast;
  if (broadcast.state !== 'open') return { kind: 'ended' };
  const now = desk.now();
  const [at, sendAt] = [now.toISOString(), nextAskingTime(school, now).toISOString()];
  const rows = await desk.broadcasts.addressees(schoolId, id);
  const failed = rows.filter(({ addressee, delivery }) =>
    failedStates.includes(addresseeState(broadcast, addressee, delivery).state),
  );
  const next = failed.map(({ addressee }): Addressee => ({
    ...addressee,
    round: addressee.round + 1,
    revision: addressee.revision + 1,
  }));
  if (next.length === 0) return { kind: 'again', broadcast, count: 0, sendAt };
  const recorded = await desk.broadcasts.record({
    schoolId,
    once: { act: request.act, deed: 'again', made: id },
    at,
    addressees: next,
    then: {
      owed: next.flatMap((one) => messageTo(one, { at, notBefore: sendAt })),
      entries: [broadcastEntry(broadcast, 'broadcast-again', at, { people: next.length })],
    },
  });
  if (recorded.kind !== 'recorded') return { kind: recorded.kind === 'seen' ? 'before' : 'overtaken' };
  return { kind: 'again', broadcast, count: next.length, sendAt };
}
