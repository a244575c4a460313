import { fitsName } from './fits-name.ts';
import type { Signing } from './find-signing.ts';
import { makeReceipt, signedEntry } from './make-receipt.ts';
import type { Receipt } from './receipt.ts';
import { judge, type Refused } from './refuse.ts';
import { settled } from './next-round.ts';
import { recordFresh } from './record-fresh.ts';
import type { SigningAct, SigningDesk } from './signing-desk.ts';

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

type SignRequest = SigningAct & { readonly agreed: boolean; readonly typedName: string };

const longestName = 200;

/**
 * Signs for whoever acts: `agreed` says that every box of the declaration is ticked, `typedName` is their name as they typed
 * it. The receipt, the signatory's state, the ledger's entry and the cards that have to change are one step. Rejects when
 * the store fails: then nothing was signed.
 */
export function sign(desk: SigningDesk, request: SignRequest): Promise<Signed> {
  return recordFresh(() => signNow(desk, request));
}

async function signNow(desk: SigningDesk, request: SignRequest): Promise<Signed> {
  const found = await judge(desk, request);
  if ('kind' in found) return found;
  const { campaign, signatory } = found;
  const isSigned = signatory.state === 'signed';
  const earlier = isSigned ? await desk.signoffs.receiptOf(campaign.schoolId, signatory.id) : undefined;
  if (earlier) return { kind: 'signed', receipt: earlier, before: true, ...found };
  const what = missingOf(request, signatory.name);
  return what ? { kind: 'incomplete', what, ...found } : recordSignature(desk, request, found);
}

function missingOf({ agreed, typedName }: { agreed: boolean; typedName: string }, known: string): Missing | undefined {
  if (!agreed) return 'boxes';
  if (typedName.trim() === '') return 'name';
  if (typedName.trim().length > longestName) return 'too-long';
  return fitsName(typedName, known) ? undefined : 'other-name';
}

async function recordSignature(
  { signoffs, newReference, newId, now }: SigningDesk,
  { act, typedName }: SignRequest,
  { campaign, signatory: before }: Signing,
): Promise<Signed> {
  const { schoolId } = campaign;
  const at = now().toISOString();
  const receipt = makeReceipt({
    campaign,
    signatory: before,
    typedName: typedName.trim().replace(/\s+/g, ' '),
    how: { kind: 'teams' },
    at,
    id: newReference('SG'),
    salt: newId(),
  });
  const { signatory, owed } = settled(before, { state: 'signed' }, at);
  const outcome = await signoffs.record({
    schoolId,
    once: { act, deed: 'sign', made: receipt.id },
    at,
    signatories: [signatory],
    receipts: [receipt],
    then: { owed, entries: [signedEntry(receipt)] },
  });
  // Seen before or overtaken: the next look finds the receipt that there is, or what became of them.
  if (outcome.kind !== 'recorded') return { kind: 'overtaken' };
  return { kind: 'signed', receipt, before: false, campaign, signatory };
}
