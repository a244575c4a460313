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
  readonly signoffs: Pick<SignoffStore, 'campaigns' | 'receipts' | 'receiptsOf'>;
  readonly ledger: Pick<LedgerStore, 'head' | 'entries'>;
}

/**
 * The receipt with this reference: to whoever signed it, and to whom `mayAll` lets see those of others. Undefined for
 * everybody else and where there is none.
 */
export async function findReceipt(
  { signoffs, ledger }: ReceiptDesk,
  { schoolId, id, by, mayAll }: { schoolId: string; id: string; by: PersonKey; mayAll: boolean },
): Promise<FoundReceipt | undefined> {
  const own = (await signoffs.receiptsOf(schoolId, by)).find((one) => one.id === id);
  const campaigns = own || mayAll ? await signoffs.campaigns(schoolId) : [];
  for (const campaign of campaigns) {
    if (own && own.campaignId !== campaign.id) continue;
    const receipt = own ?? (await signoffs.receipts(schoolId, campaign.id)).find((one) => one.id === id);
    if (!receipt || (!mayAll && !(receipt.person && isSamePerson(receipt.person, by)))) continue;
    return { receipt, campaign, entry: await findSigned(ledger, receipt) };
  }
  return undefined;
}

const page = 500;

/** The entry that records this signature, looked for from the end: most are asked for while they are new. */
export async function findSigned(
  ledger: ReceiptDesk['ledger'],
  { schoolId, id }: Pick<Receipt, 'schoolId' | 'id'>,
): Promise<Pick<LedgerEntry, 'seq' | 'hash'> | undefined> {
  const name = { schoolId, chain: 'signoffs' } as const;
  let to = (await ledger.head(name))?.seq ?? 0;
  while (to > 0) {
    const from = Math.max(1, to - page + 1);
    const entries = await ledger.entries(name, from, to - from + 1);
    const found = entries.findLast(({ kind, facts }) => kind === 'signed' && facts.receipt === id);
    if (found) return { seq: found.seq, hash: found.hash };
    to = from - 1;
  }
  return undefined;
}
