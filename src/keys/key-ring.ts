import { randomBytes } from 'node:crypto';
import { z } from 'zod/v4';

const bytes32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'this is not a key of 32 bytes in base64url');
const bytes64 = z.string().regex(/^[A-Za-z0-9_-]{86}$/, 'this is not a signature of 64 bytes in base64url');

export const WrappingKey = z.strictObject({ kid: z.string().min(1), key: bytes32, createdAt: z.iso.datetime() });
export type WrappingKey = z.infer<typeof WrappingKey>;

/** A key that signed checkpoints until another took its place: the public half, and its signature on the next one. */
export const FormerKey = z.strictObject({ publicKey: bytes32, until: z.iso.datetime(), endorsement: bytes64 });
export type FormerKey = z.infer<typeof FormerKey>;

/**
 * The content of the key file. `wrapping` has the newest key first; `sealsWith` names the one that new texts are sealed
 * under. Keys before it are prepared for later, keys after it only open what is still sealed under them.
 */
export const KeyRing = z
  .strictObject({
    format: z.literal('staffroom-keys-1'),
    wrapping: z.array(WrappingKey).min(1),
    sealsWith: z.string(),
    /** Whether a server drops a key that nothing is sealed under any more, by itself. */
    dropUnused: z.boolean(),
    /** The Ed25519 key that signs checkpoints, as its 32 bytes (the seed of RFC 8032). */
    signing: bytes32,
    /** Those that signed before it, oldest first. Not secret, and without them old checkpoints cannot be checked. */
    formerSigning: z.array(FormerKey).optional(),
    /** Who confirmed that the printed sheet of these keys lies in the safe; `kids` has the id of the signing key too. */
    inSafe: z.strictObject({ by: z.string().min(2), at: z.iso.datetime(), kids: z.array(z.string()) }).optional(),
  })
  .refine(({ wrapping, sealsWith }) => wrapping.some(({ kid }) => kid === sealsWith), 'sealsWith names no key here')
  .refine(({ wrapping }) => new Set(wrapping.map(({ kid }) => kid)).size === wrapping.length, 'a key is there twice');
export type KeyRing = z.infer<typeof KeyRing>;

/** A new ring: one wrapping key and one signing key, from the system's random numbers. */
export function newKeyRing(now: Date): KeyRing {
  const first = newWrappingKey(now);
  return {
    format: 'staffroom-keys-1',
    wrapping: [first],
    sealsWith: first.kid,
    dropUnused: false,
    signing: randomBytes(32).toString('base64url'),
  };
}

/** The ring with one more wrapping key, which can open and does not seal yet. */
export function withPreparedKey(ring: KeyRing, now: Date): KeyRing {
  return { ...ring, wrapping: [newWrappingKey(now), ...ring.wrapping] };
}

/** The ring that seals under its newest key from now on. */
export function withNewestInUse(ring: KeyRing, dropUnused: boolean): KeyRing {
  return { ...ring, sealsWith: ring.wrapping[0]?.kid ?? ring.sealsWith, dropUnused };
}

/** The keys that only open what is still sealed under them. */
export function retiringKeys({ wrapping, sealsWith }: Pick<KeyRing, 'wrapping' | 'sealsWith'>): string[] {
  const kids = wrapping.map(({ kid }) => kid);
  return kids.slice(kids.indexOf(sealsWith) + 1);
}

/** Whether a key stands ready that does not seal yet. */
export function hasPreparedKey({ wrapping, sealsWith }: KeyRing): boolean {
  return wrapping[0]?.kid !== sealsWith;
}

/** The ring without those of the named keys that are retiring. When no such key is left, the change of keys is over. */
export function withoutKeys(ring: KeyRing, kids: readonly string[]): KeyRing {
  const gone = retiringKeys(ring).filter((kid) => kids.includes(kid));
  const left = { ...ring, wrapping: ring.wrapping.filter(({ kid }) => !gone.includes(kid)) };
  return { ...left, dropUnused: left.dropUnused && retiringKeys(left).length > 0 };
}

function newWrappingKey(now: Date): WrappingKey {
  const createdAt = now.toISOString();
  const kid = `${createdAt.slice(0, 10)}-${randomBytes(4).toString('hex')}`;
  return { kid, key: randomBytes(32).toString('base64url'), createdAt };
}
