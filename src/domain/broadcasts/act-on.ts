import type { Act } from '../delivery/act.ts';
import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import { recordFresh } from '../signoffs/record-fresh.ts';
import type { Addressee } from './addressee.ts';
import { settledTo } from './broadcast-deliveries.ts';
import type { BroadcastDesk } from './broadcast-desk.ts';
import type { Broadcast, BroadcastButton } from './broadcast.ts';
import { mayHaveIt } from './copies-of.ts';

/**
 * - `acted`: noted, now or before; - `withdrawn`: the sender took it back; nothing was noted
 * - `unknown`: this person has no such message of their school (yet), or it has no such button; nothing was noted
 */
export type ActedOn =
  | { readonly kind: 'acted' | 'withdrawn'; readonly broadcast: Broadcast; readonly addressee: Addressee }
  | { readonly kind: 'unknown' | 'overtaken' };

/**
 * Notes that somebody pressed a button of their own copy, and owes them the copy in place that says so: the answer to a press
 * lasts only until the chat is opened anew. The first one counts; “done” counts over the others, as whoever read may say so
 * later. Rejects when the store fails: then nothing was noted.
 */
export function actOn(
  { broadcasts, now }: Pick<BroadcastDesk, 'broadcasts' | 'now'>,
  request: {
    readonly act: Act;
    readonly schoolId: string;
    readonly person: PersonKey;
    readonly addresseeId: string;
    readonly button: BroadcastButton;
  },
): Promise<ActedOn> {
  const { act, schoolId, person, addresseeId, button } = request;
  return recordFresh(async () => {
    const row = await broadcasts.addressee(schoolId, addresseeId);
    const broadcast = row && (await broadcasts.broadcast(schoolId, row.addressee.broadcastId));
    if (!row || !broadcast || !mayHaveIt(row) || !isSamePerson(row.addressee.person, person))
      return { kind: 'unknown' };
    const found = row.addressee;
    if (!broadcast.buttons.includes(button)) return { kind: 'unknown' };
    if (broadcast.ended?.why === 'recalled') return { kind: 'withdrawn', broadcast, addressee: found };
    const counts = !found.acted || (button === 'done' && found.acted.what !== 'done');
    if (!counts) return { kind: 'acted', broadcast, addressee: found };
    const at = now().toISOString();
    const next: Addressee = { ...found, acted: { what: button, at }, revision: found.revision + 1 };
    const once = { act, deed: 'act', made: found.id } as const;
    const then = { owed: settledTo(next, button, at), entries: [] };
    const recorded = await broadcasts.record({ schoolId, once, at, addressees: [next], then });
    if (recorded.kind === 'overtaken') return { kind: 'overtaken' };
    return { kind: 'acted', broadcast, addressee: recorded.kind === 'seen' ? found : next };
  });
}
