import { recordFresh } from '../signoffs/record-fresh.ts';
import { typedText } from '../signoffs/typed-text.ts';
import { postTo, settledTo } from './broadcast-deliveries.ts';
import type { BroadcastDesk, Refused, SenderAct } from './broadcast-desk.ts';
import { longestMessage } from './broadcast-draft.ts';
import { broadcastEntry } from './broadcast-entries.ts';
import type { Broadcast } from './broadcast.ts';
import { copiesOf } from './copies-of.ts';
import { readBroadcast } from './read-broadcast.ts';
import { settleLate } from './settle-late.ts';
import { teamsOf } from './teams-of.ts';

/**
 * - `changed`: nobody had got it yet; they get the new words
 * - `corrected`: `copies` that were sent are being changed and say so; those still to go out have the new words.
 *   `beyond` may have arrived or not (`unknown`) and cannot be changed
 * - `same`: these are its words already; `before`: this very act came before, and nothing changed now
 */
export type BroadcastChanged =
  | { readonly kind: 'changed' | 'same' | 'before'; readonly broadcast: Broadcast }
  | { readonly kind: 'corrected'; readonly broadcast: Broadcast; readonly copies: number; readonly beyond: number }
  | { readonly kind: 'incomplete'; readonly what: 'no-message' | 'too-long' }
  | Refused;

type Request = SenderAct & { readonly broadcastId: string; readonly message: string };

/** Gives a broadcast other words, before or after it went out. Rejects when the store fails: then nothing changed. */
export function changeBroadcast(desk: BroadcastDesk, request: Request): Promise<BroadcastChanged> {
  return recordFresh(() => changeNow(desk, request));
}

async function changeNow(desk: BroadcastDesk, request: Request): Promise<BroadcastChanged> {
  const found = await readBroadcast(desk, request);
  if (found.kind !== 'found') return found;
  const { broadcast } = found;
  const { schoolId, id } = broadcast;
  const message = typedText(request.message);
  if (message === '') return { kind: 'incomplete', what: 'no-message' };
  if (message.length > longestMessage) return { kind: 'incomplete', what: 'too-long' };
  if (broadcast.state === 'ended') return { kind: 'ended' };
  if (message === broadcast.message) return { kind: 'same', broadcast };
  const at = desk.now().toISOString();
  const rows = await desk.broadcasts.addressees(schoolId, id);
  const before = copiesOf(rows);
  const { copies } = before;
  const isOut =
    rows.some(({ delivery }) => delivery !== undefined && delivery.attempts.length > 0) || copies.length > 0;
  const edition = broadcast.edition + (isOut ? 1 : 0);
  const next: Broadcast = {
    ...{ ...broadcast, message, edition, revision: broadcast.revision + 1 },
    ...(isOut && { correctedAt: at }),
  };
  const posts = isOut && broadcast.channel ? await teamsOf(desk.persons, schoolId) : [];
  const recorded = await desk.broadcasts.record({
    schoolId,
    once: { act: request.act, deed: 'change', made: id },
    at,
    broadcasts: [next],
    then: {
      owed: isOut
        ? [
            ...copies.flatMap(({ addressee }) => settledTo(addressee, String(edition), at)),
            ...posts.map((team) => postTo(next, team, { at, notBefore: at })),
          ]
        : [],
      entries: [
        isOut
          ? broadcastEntry(broadcast, 'broadcast-corrected', at, { edition, copies: copies.length })
          : broadcastEntry(broadcast, 'broadcast-changed', at),
      ],
    },
  });
  if (recorded.kind !== 'recorded') return { kind: recorded.kind === 'seen' ? 'before' : 'overtaken', broadcast };
  if (!isOut) return { kind: 'changed', broadcast: next };
  const now = await settleLate(desk, next, { edition: String(edition), at, before });
  return { kind: 'corrected', broadcast: next, copies: now.copies.length, beyond: now.beyond };
}
