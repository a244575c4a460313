import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { ChainName, Checkpoint } from './entry.ts';
import type { Head } from './entry-fault.ts';
import type { LedgerSigner } from './ledger-signer.ts';

const everyEntries = 100;
const everyMs = 24 * 60 * 60 * 1000;

/**
 * Whether a chain needs a new checkpoint: at its first entry, after 100 more entries, and after a day in which any was
 * added. A last checkpoint from the far future (a clock that was wrong) does not put the next one off.
 */
export function checkpointDue(head: Head | undefined, last: Checkpoint | undefined, now: Date): boolean {
  if (!head || head.seq === last?.seq) return false;
  if (!last || head.seq - last.seq >= everyEntries) return true;
  return Math.abs(now.getTime() - Date.parse(last.at)) >= everyMs;
}

/** A signed statement that at `now` the chain ended at `head`. */
export function signCheckpoint(name: ChainName, head: Head, now: Date, signer: LedgerSigner): Checkpoint {
  const { schoolId, chain } = name;
  const { seq, hash } = head;
  const statement = { schoolId, chain, seq, hash, at: now.toISOString(), keyId: signer.keyId };
  return { ...statement, signature: signer.sign(canonicalJson(statement)) };
}

/** Whether `signature` signs the RFC 8785 form of `statement` under an Ed25519 public key given in base64url. */
export function isSignedBy(publicKey: string, statement: object, signature: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, Buffer.from(canonicalJson(statement)), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false; // bytes that are no point of the curve
  }
}

/** The id of a public key: its RFC 7638 thumbprint, so that an id cannot be given to another key. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256')
    .update(canonicalJson({ crv: 'Ed25519', kty: 'OKP', x: publicKey }))
    .digest('base64url');
}
