import { StoreError } from '../store-error.ts';
import { fitsName } from './fits-name.ts';
import type { Signing } from './find-signing.ts';
import { makeReceipt, signedEntry } from './make-receipt.ts';
import type { Receipt } from './receipt.ts';
import { judge, type Refused } from './refuse.ts';
import { nextOf, settled } from './settle.ts';
import { mostTries, type SigningAct, type SigningDesk } from './signing-desk.ts';

/** What is missing of a signature, in the order in which it is asked for. */
export type Missing = 'boxes' | 'name' | 'other-name' | 'too-long';

/**
 * - `signed`: with this receipt; `before`: they had signed already, and nothing was signed again
 * - `incomplete`: nothing was recorded; what is missing
 * - `refused`: nothing was recorded but the refusal
 * - `overtaken`: nothing was recorded; somebody else changes this person's row all the time
 */
export type Signed =
  | ({ readonly kind: 'signed'; readonly receipt: Receipt; readonly before: boolean } & Signing)
  | ({ readonly kind: 'incomplete'; readonly what: Missing } & Signing)
  | Refused
  | { readonly kind: 'overtaken' };

const longestName = 200;

/**
 * Signs for whoever acts: `agreed` says that every box of the declaration is ticked, `typedName` is their name as they typed
 * it. The receipt, the signatory's state, the ledger's entry and the cards that have to change are one step. Rejects when
 * the store fails: then nothing was signed.
 */
export async function sign(
  desk: SigningDesk,
  request: SigningAct & { readonly agreed: boolean; readonly typedName: string },
): Promise<Signed> {
  const { signoffs } = desk;
  for (let tries = 1; tries <= mostTries; tries++) {
    const found = await judge(desk, request);
    if ('kind' in found) return found;
    const { campaign, signatory } = found;
    const earlier =
      signatory.state === 'signed' ? await signoffs.receiptOf(campaign.schoolId, signatory.id) : undefined;
    if (earlier) return { kind: 'signed', receipt: earlier, before: true, ...found };
    const what = missingOf(request, signatory.name);
    if (what) return { kind: 'incomplete', what, ...found };
    const outcome = await recordSignature(desk, request, found);
    if (outcome !== 'again') return outcome;
  }
  return { kind: 'overtaken' };
}

function missingOf({ agreed, typedName }: { agreed: boolean; typedName: string }, known: string): Missing | undefined {
  if (!agreed) return 'boxes';
  if (typedName.trim() === '') return 'name';
  if (typedName.trim().length > longestName) return 'too-long';
  return fitsName(typedName, known) ? undefined : 'other-name';
}

async function recordSignature(
  { signoffs, newReference, newId, now }: SigningDesk,
  { act, typedName }: SigningAct & { readonly typedName: string },
  { campaign, signatory }: Signing,
): Promise<Signed | 'again'> {
  const { schoolId } = campaign;
  const at = now().toISOString();
  const receipt = makeReceipt({
    campaign,
    signatory,
    typedName: typedName.trim().replace(/\s+/g, ' '),
    how: { kind: 'teams' },
    at,
    id: newReference('SG'),
    salt: newId(),
  });
  const next = nextOf(signatory, { state: 'signed', changedAt: at });
  try {
    const outcome = await signoffs.record({
      schoolId,
      once: { act, deed: 'sign', made: receipt.id },
      at,
      signatories: [next],
      receipts: [receipt],
      then: { owed: settled(next, at), entries: [signedEntry(receipt)] },
    });
    // Seen or overtaken: it came before, or something else did; the next look tells which.
    if (outcome.kind !== 'recorded') return 'again';
    return { kind: 'signed', receipt, before: false, campaign, signatory: next };
  } catch (error) {
    if (error instanceof StoreError && error.kind === 'taken') return 'again';
    throw error;
  }
}
