import { randomBytes } from 'node:crypto';
import { endorseKey } from '../domain/ledger/ledger-keys.ts';
import { createSigner } from './create-signer.ts';
import type { KeyRing } from './key-ring.ts';

/**
 * The ring that signs with a new key from now on. The last thing that the old one signs is the new one's place after it;
 * of the old one only the public half is left.
 */
export function withNewSigningKey(ring: KeyRing, now: Date): KeyRing {
  const old = createSigner(ring);
  const signing = randomBytes(32).toString('base64url');
  const until = now.toISOString();
  const endorsement = endorseKey(createSigner({ signing }).publicKey, until, old);
  return {
    ...ring,
    signing,
    formerSigning: [...(ring.formerSigning ?? []), { publicKey: old.publicKey, until, endorsement }],
  };
}
