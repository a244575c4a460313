import { broadcastTitle } from '../../cards/broadcasts/broadcast-words.ts';
import { linkCard, toLinkView } from '../../cards/files/link.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import { offerFile } from '../../domain/files/offer-file.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import type { BroadcastDeps } from './broadcast-deps.ts';
import { say, senderSummary } from './broadcast-replies.ts';
import { readAbout } from './message-card-for.ts';

const kinds = { csv: 'broadcast-csv', pdf: 'broadcast' } as const;

/** A link by which the sender fetches the list or the report, once. */
export async function broadcastFile(
  deps: BroadcastDeps,
  { actor, library }: Caller,
  broadcast: Broadcast,
  what: 'csv' | 'pdf',
): Promise<Pressed> {
  const { id, schoolId } = broadcast;
  const file = await offerFile(deps, { schoolId, subject: { kind: kinds[what], reference: id }, to: actor });
  if (!file) {
    return say(
      `No file of ${id} can be given here`,
      'Staffroom has no web address here (PUBLIC_URL). Nothing was made.',
      'Whoever looks after the server can write “npx staffroom broadcasts” there.',
    );
  }
  const title = broadcastTitle(broadcast, await readAbout(deps, library, broadcast));
  const view = toLinkView({
    title: `${title}: ${what === 'csv' ? 'the list' : 'the report'}`,
    report: id,
    file,
    school: library.school,
    care: 'Keep it where only those can read it who need to know who got it.',
    hasBack: false,
  });
  return { card: linkCard.render(view), replaces: false, summary: senderSummary };
}
