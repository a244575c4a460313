import { compactDecrypt, CompactEncrypt, decodeProtectedHeader } from 'jose';
import type { Sealer, SealPlace } from '../domain/secrecy/sealer.ts';
import type { KeyRing } from './key-ring.ts';

const alg = 'A256KW';
const enc = 'A256GCM';

/**
 * Seals into compact JWE: a fresh content key for each text, wrapped by the ring's key. The key's id and the place stand
 * in the protected header, so that neither can be changed without the seal breaking.
 * `ringFor` gives the ring to use; asked with the id of a key, it is to look for a newer ring where it knows none such.
 */
export function createSealer(ringFor: (kid?: string) => Promise<KeyRing>): Sealer {
  return {
    async seal(text, { schoolId: school, type, id }) {
      const ring = await ringFor();
      const kid = ring.sealsWith;
      const key = keyOf(ring, kid);
      if (!key) throw new Error('the key that seals is not on the ring');
      return new CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg, enc, kid, school, type, id })
        .encrypt(key);
    },
    async open(sealed, place) {
      const kid = sealedUnder(sealed);
      const key = kid === undefined ? undefined : keyOf(await ringFor(kid), kid);
      if (!key) return undefined;
      try {
        const { plaintext, protectedHeader } = await compactDecrypt(sealed, key, {
          keyManagementAlgorithms: [alg],
          contentEncryptionAlgorithms: [enc],
        });
        return standsAt(protectedHeader, place) ? new TextDecoder().decode(plaintext) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/** The id of the key that a text is sealed under; nothing when this is no sealed text. */
export function sealedUnder(sealed: string): string | undefined {
  try {
    const { kid } = decodeProtectedHeader(sealed);
    return typeof kid === 'string' ? kid : undefined;
  } catch {
    return undefined;
  }
}

function keyOf({ wrapping }: KeyRing, kid: string): Uint8Array | undefined {
  const found = wrapping.find((one) => one.kid === kid);
  return found && Buffer.from(found.key, 'base64url');
}

function standsAt(header: Readonly<Record<string, unknown>>, { schoolId, type, id }: SealPlace): boolean {
  return header.school === schoolId && header.type === type && header.id === id;
}
