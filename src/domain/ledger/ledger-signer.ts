/**
 * A public key of a school's ledgers. Every one but the first says since when it signs, and has the word of the key
 * before it: `endorsement` is that key's signature on it, so that nobody can put a key of their own in its place.
 */
export interface LedgerKey {
  readonly keyId: string;
  /** Ed25519, 32 bytes in base64url. */
  readonly publicKey: string;
  readonly since?: string | undefined;
  readonly endorsement?: string | undefined;
}

/** Signs for the school's ledgers. The key itself stays where it is kept. */
export interface LedgerSigner {
  readonly keyId: string;
  readonly publicKey: string;
  /** Every key that ever signed, oldest first; the last is this one. */
  readonly keys: readonly LedgerKey[];
  /** The Ed25519 signature (RFC 8032) over the UTF-8 bytes of the text, 64 bytes in base64url. */
  sign(text: string): string;
}
