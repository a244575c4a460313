import { hashOfEntry, noHash } from './append-entry.ts';
import { isSignedBy } from './checkpoint.ts';
import { entryFault, type Head, isRecord, matches, oddField } from './entry-fault.ts';
import type { ChainName, LedgerEntry } from './entry.ts';

/** The first place in a chain that does not hold. */
export interface ChainFault {
  /** The sequence number at which it shows. */
  readonly entry: number;
  readonly why: string;
}

/** Follows one chain link by link. After a fault there is no sense in going on. */
export interface ChainChecker {
  /** Takes what stands next in the chain. */
  entry(value: unknown): ChainFault | undefined;
  /** Takes a checkpoint that stands after the last entry. */
  checkpoint(value: unknown): ChainFault | undefined;
  /** The last entry that holds: 0 and zeros before the first. */
  head(): Head;
  /** How many checkpoints held. */
  checkpoints(): number;
}

const checkpointFields = ['at', 'chain', 'hash', 'keyId', 'schoolId', 'seq', 'signature'];

/**
 * `keys` are the Ed25519 public keys (base64url) by their ids, in the order in which they signed: once a key has signed,
 * none before it counts any more. `from` is a place that is known to hold.
 */
export function createChainChecker(
  name: ChainName,
  keys: ReadonlyMap<string, string>,
  from: Head = { seq: 0, hash: noHash },
): ChainChecker {
  let head = from;
  let signedUpTo = 0;
  let newestKey = 0;
  const ranks = [...keys.keys()];
  let checkpoints = 0;

  return {
    head: () => head,
    checkpoints: () => checkpoints,

    entry(value) {
      const place = head.seq + 1;
      const fault = (why: string): ChainFault => ({ entry: place, why });
      const odd = entryFault(value);
      if (odd) return fault(`what stands in its place is no entry: ${odd}`);
      const entry = value as LedgerEntry; // entryFault has seen every field
      if (entry.seq !== place) return fault(`entry ${entry.seq} stands in its place`);
      if (entry.schoolId !== name.schoolId || entry.chain !== name.chain) return fault('it belongs to another chain');
      if (entry.prev !== head.hash) return fault('it does not continue the entry before it');
      if (entry.hash !== hashOfEntry(entry)) return fault('its content is not what its hash was made of');
      head = { seq: entry.seq, hash: entry.hash };
      return undefined;
    },

    checkpoint(value) {
      const fault = (why: string): ChainFault => ({ entry: head.seq, why: `the checkpoint after it ${why}` });
      if (!isRecord(value) || oddField(value, checkpointFields)) return fault('has not the shape of one');
      const { signature, ...statement } = value;
      if (value.schoolId !== name.schoolId || value.chain !== name.chain) return fault('belongs to another chain');
      if (value.seq !== head.seq || head.seq <= signedUpTo) return fault('is out of its place');
      const broken = signatureFault(statement, signature, keys);
      if (broken) return fault(broken);
      const rank = ranks.findIndex((keyId) => keyId === value.keyId);
      if (rank < newestKey) return fault('is signed with a key after another had taken its place');
      if (value.hash !== head.hash) {
        return fault(`was signed for another entry ${head.seq}: entries from ${signedUpTo + 1} on were made anew`);
      }
      signedUpTo = head.seq;
      newestKey = rank;
      checkpoints += 1;
      return undefined;
    },
  };
}

/** Why a signed statement does not hold, as the end of a sentence. */
export function signatureFault(
  statement: Readonly<Record<string, unknown>>,
  signature: unknown,
  keys: ReadonlyMap<string, string>,
): string | undefined {
  const publicKey = typeof statement.keyId === 'string' ? keys.get(statement.keyId) : undefined;
  if (!publicKey) return 'names a key that is none of the school’s, or that the key before it did not put in its place';
  if (typeof signature !== 'string' || !isBase64url(signature, 64)) return 'has no signature that can be read';
  return isSignedBy(publicKey, statement, signature) ? undefined : 'is not signed by the key that it names';
}

/** Whether a text is the one base64url form of so many bytes. */
export function isBase64url(text: unknown, bytes: number): text is string {
  if (!matches(text, /^[A-Za-z0-9_-]+$/)) return false;
  const decoded = Buffer.from(text, 'base64url');
  return decoded.length === bytes && decoded.toString('base64url') === text;
}
