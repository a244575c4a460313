import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { keyIdOf, type LedgerSigner } from '../domain/ledger/checkpoint.ts';
import type { KeyRing } from './key-ring.ts';

const pkcs8Head = '302e020100300506032b657004220420'; // RFC 8410: a private key of Ed25519, followed by its 32 bytes

/** Signs with the ring's signing key. */
export function createSigner({ signing }: Pick<KeyRing, 'signing'>): LedgerSigner {
  const der = Buffer.concat([Buffer.from(pkcs8Head, 'hex'), Buffer.from(signing, 'base64url')]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x: publicKey = '' } = createPublicKey(key).export({ format: 'jwk' });
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  };
}
