import { longestTexts } from './campaign-draft.ts';
import { makeReceipt, signedEntry } from './make-receipt.ts';
import { mayRecordPaper } from './may-ask.ts';
import { settled } from './next-round.ts';
import { readSignatory } from './read-campaign.ts';
import type { Receipt, Signing } from './receipt.ts';
import { recordFresh } from './record-fresh.ts';
import type { HeadAct, Refused, SignoffDesk } from './signoff-desk.ts';
import type { Signatory } from './signatory.ts';
import { typedText } from './typed-text.ts';

/**
 * - `signed`: recorded. Whoever signed before keeps that receipt (`before`), and so does the same act again
 * - `incomplete`: nothing was recorded. `name`: the name as it was signed is missing; `witness`: nobody is named, or the
 *   signatory; `place`: where the paper is kept, or where the device was, is not said
 */
export type SignedOnBehalf =
  | { readonly kind: 'signed'; readonly receipt: Receipt; readonly signatory: Signatory; readonly before: boolean }
  | { readonly kind: 'incomplete'; readonly what: 'name' | 'witness' | 'place' | 'too-long' }
  | Refused;

type Request = HeadAct & {
  readonly signatoryId: string;
  /** The name as it stands on the paper. */
  readonly typedName: string;
  readonly on: 'paper' | 'device';
  readonly witness: string;
  /** Where the paper is kept; of a device: where it was. */
  readonly place: string;
};

const longestName = 100;

/**
 * Records that somebody signed on paper or on a colleague's device, before a named witness: for the head, whoever stands
 * in for them, a delegate or the business manager. Rejects when the store fails: then nothing was recorded.
 */
export function signOnBehalf(desk: SignoffDesk, request: Request): Promise<SignedOnBehalf> {
  return recordFresh(() => signNow(desk, request));
}

async function signNow(desk: SignoffDesk, request: Request): Promise<SignedOnBehalf> {
  const found = await readSignatory(desk, request, mayRecordPaper);
  if (found.kind !== 'found') return found;
  const { signatory, campaign } = found;
  const { schoolId } = campaign;
  if (signatory.state === 'signed') {
    const receipt = await desk.signoffs.receiptOf(schoolId, signatory.id);
    return receipt ? { kind: 'signed', receipt, signatory, before: true } : { kind: 'overtaken' };
  }
  const { tenantId, objectId } = request.actor;
  const how: Signing = {
    kind: 'on-behalf',
    on: request.on,
    recordedBy: { tenantId, objectId },
    witness: typedText(request.witness),
    place: typedText(request.place),
  };
  const typedName = typedText(request.typedName);
  const what = faultOf(how, typedName, signatory);
  if (what) return { kind: 'incomplete', what };
  const at = desk.now().toISOString();
  const [id, salt] = [desk.newReference('SG'), desk.newId()];
  const receipt = makeReceipt({ campaign, signatory, typedName, how, at, id, salt });
  const signed = settled(signatory, { state: 'signed' }, at);
  const recorded = await desk.signoffs.record({
    schoolId,
    once: { act: request.act, deed: 'sign', made: receipt.id },
    at,
    signatories: [signed.signatory],
    receipts: [receipt],
    then: { owed: signed.owed, entries: [signedEntry(receipt)] },
  });
  if (recorded.kind !== 'recorded') return { kind: 'overtaken' };
  return { kind: 'signed', receipt, signatory: signed.signatory, before: false };
}

function faultOf(
  { witness, place }: Extract<Signing, { kind: 'on-behalf' }>,
  typedName: string,
  { name }: Signatory,
): 'name' | 'witness' | 'place' | 'too-long' | undefined {
  if (typedName === '') return 'name';
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, ' ')
      .trim();
  if (plain(witness) === '' || [name, typedName].map(plain).includes(plain(witness))) return 'witness';
  if (place === '') return 'place';
  return typedName.length > longestName || witness.length > longestName || place.length > longestTexts.reason
    ? 'too-long'
    : undefined;
}
