import type { Delivery } from '../delivery/delivery.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Campaign, closings } from './campaign.ts';
import { readCampaign } from './read-campaign.ts';
import { recordFresh } from './record-fresh.ts';
import { isOutstanding } from './signatory.ts';
import { closedTo } from './signoff-deliveries.ts';
import type { HeadAct, SignoffDesk } from './signoff-desk.ts';
import { campaignEntry } from './signoff-entries.ts';

/** `closed`: from now on nobody can sign; cards that still ask say so. Closing a closed one gives it as it is. */
export type Closed =
  { readonly kind: 'closed'; readonly campaign: Campaign } | { readonly kind: 'not-yours' | 'not-found' | 'overtaken' };

type Request = HeadAct & { readonly campaignId: string };

/** Ends a campaign, open or waiting. Rejects when the store fails: then nothing changed. */
export function closeCampaign(desk: SignoffDesk, request: Request): Promise<Closed> {
  return recordFresh(() => closeNow(desk, request));
}

async function closeNow(desk: SignoffDesk, request: Request): Promise<Closed> {
  const found = await readCampaign(desk, request);
  if (found.kind !== 'found') return found;
  const { campaign } = found;
  if (campaign.state === 'closed') return { kind: 'closed', campaign };
  const at = desk.now().toISOString();
  const { tenantId, objectId } = request.actor;
  const { campaigns, owed, entries } = await closingOf(desk, [campaign], {
    at,
    why: 'ended',
    by: { tenantId, objectId },
  });
  const once = { act: request.act, deed: 'close', made: campaign.id } as const;
  const recorded = await desk.signoffs.record({
    schoolId: campaign.schoolId,
    once,
    at,
    campaigns,
    then: { owed, entries },
  });
  const [closed] = campaigns;
  return recorded.kind === 'recorded' && closed ? { kind: 'closed', campaign: closed } : { kind: 'overtaken' };
}

/** What closing these campaigns changes and leads to. Nobody in them changes: they stay as they were when it ended. */
export async function closingOf(
  { signoffs }: Pick<SignoffDesk, 'signoffs'>,
  campaigns: readonly Campaign[],
  { at, why, by }: { readonly at: string; readonly why: (typeof closings)[number]; readonly by: PersonKey },
): Promise<{ campaigns: Campaign[]; owed: Delivery[]; entries: EntryDraft[] }> {
  const people = await Promise.all(campaigns.map(({ schoolId, id }) => signoffs.signatories(schoolId, id)));
  return {
    campaigns: campaigns.map((one) => ({
      ...one,
      state: 'closed',
      closed: { at, why, by },
      revision: one.revision + 1,
    })),
    owed: people
      .flat()
      .filter(isOutstanding)
      .flatMap((one) => closedTo(one, at)),
    entries: campaigns.map((one) => campaignEntry(one, 'campaign-closed', at, { why })),
  };
}
