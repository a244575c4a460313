import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import type { Facts } from '../ledger/entry.ts';
import type { QuestionStore } from '../questions/question-store.ts';
import type { SignoffStore } from '../signoffs/signoff-store.ts';
import type { SlipStore } from '../slips/slip-store.ts';
import type { VersionStore } from '../versions/policy-version.ts';

interface SignoffsOver {
  readonly signatories: readonly {
    readonly schoolId: string;
    readonly id: string;
    readonly campaignId: string;
    readonly receipt?: string | undefined;
  }[];
  readonly campaigns: readonly { readonly schoolId: string; readonly id: string }[];
  readonly versions: readonly { readonly schoolId: string; readonly policyId: string; readonly hash: string }[];
}

/** Each with what the ledger of sign-offs says of it: references and hashes, so that a missing receipt is accounted for. */
export async function destroySignoffs(
  {
    signoffs,
    versions: store,
  }: {
    readonly signoffs: Pick<SignoffStore, 'destroySignatory' | 'destroyCampaign'>;
    readonly versions: Pick<VersionStore, 'destroyVersion'>;
  },
  { signatories, campaigns, versions }: SignoffsOver,
  at: string,
): Promise<{ readonly receipts: number; readonly versions: number }> {
  const saying = (schoolId: string, kind: string, facts: Facts) => sayingOf({ schoolId, at, kind, facts });
  const destroyed = { receipts: 0, versions: 0 };
  for (const { schoolId, id, campaignId, receipt } of signatories) {
    const then = saying(schoolId, 'receipt-destroyed', { campaign: campaignId, receipt: receipt ?? '' });
    const done = await signoffs.destroySignatory({ schoolId, id }, receipt === undefined ? nothing : then);
    if (done === 'destroyed' && receipt !== undefined) destroyed.receipts += 1;
  }
  for (const { schoolId, id } of campaigns)
    await signoffs.destroyCampaign({ schoolId, id }, saying(schoolId, 'campaign-destroyed', { campaign: id }));
  for (const { schoolId, policyId, hash } of versions) {
    const then = saying(schoolId, 'version-destroyed', { policy: policyId, hash });
    if ((await store.destroyVersion({ schoolId, policyId, hash }, then)) === 'destroyed') destroyed.versions += 1;
  }
  return destroyed;
}

/** Each with everybody in it, and with its reference in the ledger. Returns how many there were. */
export async function destroyBroadcasts(
  store: Pick<BroadcastStore, 'destroyBroadcast'>,
  broadcasts: readonly { readonly schoolId: string; readonly id: string }[],
  at: string,
): Promise<number> {
  let destroyed = 0;
  for (const { schoolId, id } of broadcasts) {
    const then = sayingOf({ schoolId, at, kind: 'broadcast-destroyed', facts: { broadcast: id } });
    if ((await store.destroyBroadcast({ schoolId, id }, then)) === 'destroyed') destroyed += 1;
  }
  return destroyed;
}

/** Each with its reference in the ledger. Returns how many there were. */
export async function destroySlips(
  store: Pick<SlipStore, 'destroySlip'>,
  slips: readonly { readonly schoolId: string; readonly id: string }[],
  at: string,
): Promise<number> {
  let destroyed = 0;
  for (const { schoolId, id } of slips) {
    const facts = { reference: id };
    const entry = { schoolId, chain: 'questions', at, kind: 'slip-destroyed', facts } as const;
    if ((await store.destroySlip({ schoolId, id }, { owed: [], entries: [entry] })) === 'destroyed') destroyed += 1;
  }
  return destroyed;
}

/** Says nothing of it in the ledger, which has how each was decided. Returns how many there were. */
export async function destroySuggestions(
  store: Pick<QuestionStore, 'destroySuggestion'>,
  suggestions: readonly { readonly schoolId: string; readonly id: string }[],
): Promise<number> {
  let destroyed = 0;
  for (const { schoolId, id } of suggestions)
    if ((await store.destroySuggestion({ schoolId, id })) === 'destroyed') destroyed += 1;
  return destroyed;
}

function sayingOf(entry: { schoolId: string; at: string; kind: string; facts: Facts }) {
  return { owed: [], entries: [{ ...entry, chain: 'signoffs' } as const] };
}

const nothing = { owed: [], entries: [] };
