import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { keyIdOf } from '../domain/ledger/checkpoint.ts';
import type { LedgerKey, LedgerSigner } from '../domain/ledger/ledger-signer.ts';
import type { FormerKey, KeyRing } from './key-ring.ts';

const pkcs8Head = '302e020100300506032b657004220420'; // RFC 8410: a private key of Ed25519, followed by its 32 bytes

/** Signs with the ring's signing key. */
export function createSigner({
  signing,
  formerSigning = [],
}: Pick<KeyRing, 'signing' | 'formerSigning'>): LedgerSigner {
  const der = Buffer.concat([Buffer.from(pkcs8Head, 'hex'), Buffer.from(signing, 'base64url')]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x: publicKey = '' } = createPublicKey(key).export({ format: 'jwk' });
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    keys: toLedgerKeys(formerSigning, publicKey),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  };
}

function toLedgerKeys(former: readonly FormerKey[], own: string): LedgerKey[] {
  return [...former.map((one) => one.publicKey), own].map((publicKey, place) => {
    const before = former[place - 1];
    const word = before && { since: before.until, endorsement: before.endorsement };
    return { keyId: keyIdOf(publicKey), publicKey, ...word };
  });
}
