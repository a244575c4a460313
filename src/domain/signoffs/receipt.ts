import { createHash } from 'node:crypto';
import { canonicalJson } from '../ledger/canonical-json.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Statement } from './campaign.ts';

/** How somebody signed. Without an account: on paper or on a colleague's device, recorded by an administrator. */
export type Signing =
  | { readonly kind: 'teams' }
  | {
      readonly kind: 'on-behalf';
      readonly on: 'paper' | 'device';
      readonly recordedBy: PersonKey;
      readonly witness: string;
      /** Where the paper is kept. */
      readonly place: string;
    };

/** A signature. It never changes; `commitment` binds all of it, and stands in the ledger. */
export interface Receipt {
  /** `SG-7KQ2-M`. */
  readonly id: string;
  readonly schoolId: string;
  readonly campaignId: string;
  readonly signatoryId: string;
  readonly person?: PersonKey | undefined;
  readonly listed?: string | undefined;
  /** As the school knew them, and as they typed it. */
  readonly name: string;
  readonly typedName: string;
  readonly at: string;
  readonly how: Signing;
  /** What was signed: the policy's id (or nothing), its title, version and hash. */
  readonly document: {
    readonly policyId?: string | undefined;
    readonly title: string;
    readonly version: string;
    readonly hash: string;
  };
  /** `statementsHash` of the words agreed to. */
  readonly statementsHash: string;
  /** 128 random bits, hexadecimal: without it nobody can try out whose the commitment is. */
  readonly salt: string;
  readonly commitment: string;
}

/** SHA-256, hexadecimal, of the RFC 8785 form of the statements' words and numbers. */
export function statementsHash(statements: readonly Statement[]): string {
  return sha256(canonicalJson(statements.map(({ text, ref }) => ({ text, ...(ref !== undefined && { ref }) }))));
}

/** SHA-256, hexadecimal, of the RFC 8785 form of every field but `commitment`; fields without a value are left out. */
export function commitmentOf(receipt: Omit<Receipt, 'commitment'>): string {
  const { id, schoolId, campaignId, signatoryId, person, listed, name, typedName, at, how, document, salt } = receipt;
  const { policyId, title, version, hash } = document;
  return sha256(
    canonicalJson({
      ...{ id, schoolId, campaignId, signatoryId, name, typedName, at, how: { ...how }, salt },
      ...(person && { person: { tenantId: person.tenantId, objectId: person.objectId } }),
      ...(listed !== undefined && { listed }),
      document: { ...(policyId !== undefined && { policyId }), title, version, hash },
      statementsHash: receipt.statementsHash,
    }),
  );
}

/** The one that was signed last; of two at one instant the later in the list. */
export function latestOf(receipts: readonly Receipt[]): Receipt | undefined {
  return receipts.reduce<Receipt | undefined>(
    (latest, one) => (latest && latest.at > one.at ? latest : one),
    undefined,
  );
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
