import { recordFresh } from '../signoffs/record-fresh.ts';
import { lastProgressTo, postTo, settledTo } from './broadcast-deliveries.ts';
import type { BroadcastDesk, Refused, SenderAct } from './broadcast-desk.ts';
import { broadcastEntry } from './broadcast-entries.ts';
import type { Broadcast } from './broadcast.ts';
import { copiesOf, type Copies } from './copies-of.ts';
import { readBroadcast } from './read-broadcast.ts';
import { settleLate } from './settle-late.ts';
import { teamsOf } from './teams-of.ts';

/**
 * `ended`: from this moment on nothing of it is sent. `copies` had been sent: they stay as they are where it was cancelled,
 * and say that it is withdrawn where it was recalled. `beyond` may have arrived or not, and cannot be changed.
 */
export type BroadcastEnded =
  | { readonly kind: 'ended'; readonly broadcast: Broadcast; readonly copies: number; readonly beyond: number }
  | { readonly kind: Exclude<Refused['kind'], 'ended'> };

type Request = SenderAct & { readonly broadcastId: string; readonly why: 'cancelled' | 'recalled' };

/**
 * Cancels or recalls a broadcast. One that was cancelled can be recalled after; the same again gives it as it is. Rejects
 * when the store fails: then nothing changed.
 */
export function endBroadcast(desk: BroadcastDesk, request: Request): Promise<BroadcastEnded> {
  return recordFresh(() => endNow(desk, request));
}

async function endNow(desk: BroadcastDesk, request: Request): Promise<BroadcastEnded> {
  const found = await readBroadcast(desk, request);
  if (found.kind !== 'found') return found;
  const { broadcast } = found;
  const { schoolId, id } = broadcast;
  const rows = await desk.broadcasts.addressees(schoolId, id);
  const before = copiesOf(rows);
  const { copies } = before;
  const { why } = request;
  const at = desk.now().toISOString();
  const told = async (ended: Broadcast, seen: Copies): Promise<BroadcastEnded> => {
    const isWithdrawn = ended.ended?.why === 'recalled';
    const now = isWithdrawn ? await settleLate(desk, ended, { edition: 'recalled', at, before: seen }) : seen;
    return { kind: 'ended', broadcast: ended, copies: now.copies.length, beyond: now.beyond };
  };
  const isAsItIs = broadcast.ended && (broadcast.ended.why !== 'cancelled' || why === 'cancelled');
  // Taken back again, it also owes what a bot that died in between did not.
  if (isAsItIs) return told(broadcast, { ...before, copies: [] });
  const { tenantId, objectId } = request.actor;
  const next: Broadcast = {
    ...{ ...broadcast, state: 'ended', revision: broadcast.revision + 1 },
    // What was not sent was cancelled when it was cancelled, whatever is withdrawn later.
    ended: {
      ...{ at: broadcast.ended?.at ?? at, why, by: { tenantId, objectId } },
      ...(why === 'recalled' && { recalledAt: at }),
    },
  };
  const isRecalled = why === 'recalled';
  const posts = isRecalled && broadcast.channel ? await teamsOf(desk.persons, schoolId) : [];
  const recorded = await desk.broadcasts.record({
    schoolId,
    once: { act: request.act, deed: 'end', made: id },
    at,
    broadcasts: [next],
    then: {
      owed: [
        ...lastProgressTo(
          next,
          rows.map(({ addressee }) => addressee),
          { mark: why, at },
        ),
        ...(isRecalled ? copies.flatMap(({ addressee }) => settledTo(addressee, 'recalled', at)) : []),
        ...posts.map((team) => postTo(next, team, { at, notBefore: at })),
      ],
      entries: [
        broadcastEntry(broadcast, isRecalled ? 'broadcast-recalled' : 'broadcast-cancelled', at, {
          copies: copies.length,
        }),
      ],
    },
  });
  return recorded.kind === 'recorded' ? told(next, before) : { kind: 'overtaken' };
}
