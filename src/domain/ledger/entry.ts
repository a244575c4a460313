/** The classes of chains. Each school has one chain a class, exported and verified alone. */
export const chainClasses = ['questions', 'signoffs', 'reports'] as const;
export type ChainClass = (typeof chainClasses)[number];

/** Names one chain. */
export interface ChainName {
  readonly schoolId: string;
  readonly chain: ChainClass;
}

/** What an entry states. Personal data only as hashes of ciphertext. */
export type Facts = Readonly<Record<string, string | boolean | number>>;

/** An entry before it has its place: what happened, without when it stands in the chain. */
export interface EntryDraft extends ChainName {
  /** ISO 8601 instant by the clock of the server; the order of the chain is its sequence, not this. */
  readonly at: string;
  readonly kind: string;
  readonly facts: Facts;
}

/** One link. `hash` is the SHA-256 of the RFC 8785 form of all the other fields, hexadecimal. */
export interface LedgerEntry extends EntryDraft {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  /** The hash of the entry before; 64 zeros for the first. */
  readonly prev: string;
  readonly hash: string;
}

/** A signed statement of a chain's head. `signature` is Ed25519 over the RFC 8785 form of the other fields, base64url. */
export interface Checkpoint extends ChainName {
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
  readonly keyId: string;
  readonly signature: string;
}
