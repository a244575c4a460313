import type { EntryDraft } from '../ledger/entry.ts';
import type { Campaign } from './campaign.ts';
import { commitmentOf, statementsHash, type Receipt, type Signing } from './receipt.ts';
import type { Signatory } from './signatory.ts';

/**
 * The receipt of a signature, with its commitment. `typedName` is the name as they typed it, `at` an ISO 8601 instant, `id`
 * an `SG` reference and `salt` 128 random bits, hexadecimal. What no store and no second verifier could hold of a typed text
 * (half a character, a zero byte) becomes U+FFFD, so that the commitment can be made again from what is kept.
 */
export function makeReceipt({
  campaign,
  signatory,
  typedName,
  how,
  at,
  id,
  salt,
}: {
  readonly campaign: Pick<Campaign, 'id' | 'schoolId' | 'document'>;
  readonly signatory: Pick<Signatory, 'id' | 'person' | 'listed' | 'name'>;
  readonly typedName: string;
  readonly how: Signing;
  readonly at: string;
  readonly id: string;
  readonly salt: string;
}): Receipt {
  const { document } = campaign;
  const { person, listed } = signatory;
  const receipt: Omit<Receipt, 'commitment'> = {
    id,
    schoolId: campaign.schoolId,
    campaignId: campaign.id,
    signatoryId: signatory.id,
    ...(person && { person: { tenantId: person.tenantId, objectId: person.objectId } }),
    ...(listed !== undefined && { listed }),
    name: keepable(signatory.name),
    typedName: keepable(typedName),
    at,
    how: how.kind === 'teams' ? how : { ...how, witness: keepable(how.witness), place: keepable(how.place) },
    document: {
      ...(document.kind === 'policy' && { policyId: document.policyId }),
      title: document.title,
      version: document.version,
      hash: document.hash,
    },
    statementsHash: statementsHash(document.statements),
    salt,
  };
  return { ...receipt, commitment: commitmentOf(receipt) };
}

/** The ledger's record of a signature: which words, under which references, and the commitment. It names nobody. */
export function signedEntry({ id, schoolId, campaignId, at, document, commitment }: Receipt): EntryDraft {
  const { policyId, hash } = document;
  const facts = {
    campaign: campaignId,
    receipt: id,
    ...(policyId !== undefined && { policy: policyId }),
    hash,
    commitment,
  };
  return { schoolId, chain: 'signoffs', at, kind: 'signed', facts };
}

function keepable(text: string): string {
  return text.replace(/[\p{Surrogate}\0]/gu, '\uFFFD');
}
