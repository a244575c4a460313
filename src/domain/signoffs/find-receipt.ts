import type { LedgerEntry } from '../ledger/entry.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { Campaign } from './campaign.ts';
import type { Receipt } from './receipt.ts';
import type { SignoffStore } from './signoff-store.ts';

/** A receipt with what proves it. */
export interface FoundReceipt {
  readonly receipt: Receipt;
  readonly campaign: Campaign;
  /** Its entry in the ledger; undefined only where a store lost what it had taken. */
  readonly entry: Pick<LedgerEntry, 'seq' | 'hash'> | undefined;
}

interface ReceiptDesk {
  readonly signoffs: Pick<SignoffStore, 'campaign' | 'receipt'>;
  readonly ledger: Pick<LedgerStore, 'signed'>;
}

/**
 * The receipt with this reference: to whoever signed it, and to whom `mayAll` lets see those of others. Undefined for
 * everybody else and where there is none.
 */
export async function findReceipt(
  { signoffs, ledger }: ReceiptDesk,
  { schoolId, id, by, mayAll }: { schoolId: string; id: string; by: PersonKey; mayAll: boolean },
): Promise<FoundReceipt | undefined> {
  const receipt = await signoffs.receipt(schoolId, id);
  if (!receipt || !(mayAll || isSamePerson(receipt.person, by))) return undefined;
  const [campaign, entry] = await Promise.all([
    signoffs.campaign(schoolId, receipt.campaignId),
    ledger.signed(schoolId, id),
  ]);
  return campaign && { receipt, campaign, entry };
}
