import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import { entryFault, type Head } from './entry-fault.ts';
import type { EntryDraft, LedgerEntry } from './entry.ts';

/** `prev` of the first entry of every chain. */
export const noHash = '0'.repeat(64);

/**
 * Gives a draft its place after `head` (nothing for the first of a chain) and its hash. Pure: the store calls it inside
 * the atomic step that also reads the head. Throws, as a bug of ours, on facts that are not strings, booleans or
 * integers: numbers with a fraction have no one text form in every language, and the hash must come out the same.
 */
export function appendEntry(head: Head | undefined, draft: EntryDraft): LedgerEntry {
  const { schoolId, chain, at, kind, facts } = draft;
  const body = { schoolId, chain, at, kind, facts, seq: (head?.seq ?? 0) + 1, prev: head?.hash ?? noHash };
  const entry = { ...body, hash: hashOfEntry(body) };
  const fault = entryFault(entry);
  if (fault) throw new Error(`this cannot become a ledger entry: ${fault}`);
  return entry;
}

/** SHA-256, hexadecimal, of the RFC 8785 form of every field but `hash`. */
export function hashOfEntry({ schoolId, chain, at, kind, facts, seq, prev }: Omit<LedgerEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalJson({ schoolId, chain, at, kind, facts, seq, prev })).digest('hex');
}
