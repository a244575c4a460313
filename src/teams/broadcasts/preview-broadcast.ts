import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { asPreview } from '../../cards/signoffs/preview.ts';
import type { Addressee } from '../../domain/broadcasts/addressee.ts';
import type { BroadcastDraft } from '../../domain/broadcasts/broadcast-draft.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import type { BroadcastPlan } from '../../domain/broadcasts/plan-broadcast.ts';
import type { Caller } from '../caller.ts';
import type { BroadcastDeps } from './broadcast-deps.ts';
import { messageCardFor } from './message-card-for.ts';

/** Stands where a reference will: this one is never drawn, for its check letter is wrong. */
const noReference = 'BC-0000-0';
const noAddressee = '0'.repeat(32);

/** What people will get, as the first of them gets it. */
export async function previewOf(
  deps: BroadcastDeps,
  caller: Caller,
  { sendAt, asked }: BroadcastPlan,
  draft: BroadcastDraft,
): Promise<AdaptiveCardJson> {
  const { actor, library } = caller;
  const { sendAt: _wanted, ...said } = draft;
  const broadcast: Broadcast = {
    ...said,
    id: noReference,
    schoolId: library.school.id,
    sendAt,
    state: 'open',
    openedBy: { tenantId: actor.tenantId, objectId: actor.objectId },
    openedAt: sendAt,
    edition: 1,
    revision: 1,
  };
  const groups = asked.find(({ person }) => person)?.groups ?? [];
  return previewIn(deps, caller, { broadcast, groups, mark: 'This is what people will get. Nothing was sent.' });
}

/** The same of a broadcast that waits for a second person. */
export async function sampleOf(deps: BroadcastDeps, caller: Caller, broadcast: Broadcast): Promise<AdaptiveCardJson> {
  const rows = await deps.broadcasts.addressees(broadcast.schoolId, broadcast.id);
  const groups = rows.find(({ addressee }) => addressee.person)?.addressee.groups ?? [];
  return previewIn(deps, caller, { broadcast, groups, mark: 'This is what people will get if you say yes.' });
}

async function previewIn(
  deps: BroadcastDeps,
  { library, today }: Caller,
  { broadcast, groups, mark }: { broadcast: Broadcast; groups: readonly string[]; mark: string },
): Promise<AdaptiveCardJson> {
  const { schoolId, id: broadcastId } = broadcast;
  const addressee: Addressee = { id: noAddressee, schoolId, broadcastId, name: '-', groups, round: 1, revision: 1 };
  return asPreview(
    await messageCardFor(deps, library, { broadcast, addressee, today }),
    `Preview, for you alone. ${mark}`,
  );
}
