import { appendEntry } from '../../../src/domain/ledger/append-entry.ts';
import { signCheckpoint } from '../../../src/domain/ledger/checkpoint.ts';
import type { ChainName, Checkpoint, EntryDraft, LedgerEntry } from '../../../src/domain/ledger/entry.ts';
import { exportChain } from '../../../src/domain/ledger/export-ledger.ts';
import { endorseKey } from '../../../src/domain/ledger/ledger-keys.ts';
import type { LedgerSigner } from '../../../src/domain/ledger/ledger-signer.ts';
import type { LedgerStore } from '../../../src/domain/ledger/ledger-store.ts';
import { createSigner } from '../../../src/keys/create-signer.ts';

export const name: ChainName = { schoolId: 'marlow-bridge', chain: 'questions' };
export const signer = createSigner({ signing: Buffer.alloc(32, 7).toString('base64url') });
export const otherSigner = createSigner({ signing: Buffer.alloc(32, 8).toString('base64url') });
const start = Date.parse('2026-09-01T07:00:00Z');
/** The key after `signer`, with its word. */
export const nextSigner = after(signer, 9);
export const exportedAt = new Date('2026-11-20T12:00:00Z');

/** A signer whose key, of this byte, took the place of the one before with its word. */
export function after(before: LedgerSigner, byte: number): LedgerSigner {
  const own = createSigner({ signing: Buffer.alloc(32, byte).toString('base64url') });
  const since = new Date(start + byte * 86_400_000).toISOString();
  const endorsement = endorseKey(own.publicKey, since, before);
  return { ...own, keys: [...before.keys, { keyId: own.keyId, publicKey: own.publicKey, since, endorsement }] };
}

export function draft(i: number): EntryDraft {
  const facts = {
    reference: `SQ-${i}`,
    sealed: 'a3'.repeat(32),
    words: 'naïve “ω” \u{1f511} \n\t"\\',
    first: i === 1,
    count: i,
  };
  return { ...name, at: new Date(start + i * 60_000).toISOString(), kind: 'question-asked', facts };
}

/** A chain of `count` entries with a checkpoint after every `every`. */
export function sampleChain(count: number, every = 100): { entries: LedgerEntry[]; checkpoints: Checkpoint[] } {
  const entries: LedgerEntry[] = [];
  for (let i = 1; i <= count; i += 1) entries.push(appendEntry(entries.at(-1), draft(i)));
  const checkpoints = entries
    .filter(({ seq }) => seq % every === 0)
    .map((entry) => signCheckpoint(name, entry, new Date(entry.at), signer));
  return { entries, checkpoints };
}

/** Reads a chain from memory. */
export function ledgerOf(chain: { entries: LedgerEntry[]; checkpoints: Checkpoint[] }): LedgerStore {
  return {
    record: () => Promise.reject(new Error('a sample takes no entries')),
    chains: () => Promise.resolve([name]),
    head: () => Promise.resolve(chain.entries.at(-1)),
    entries: (_, from, limit) => Promise.resolve(chain.entries.slice(from - 1, from - 1 + limit)),
    signed: (_, receipt) => Promise.resolve(chain.entries.find(({ facts }) => facts.receipt === receipt)),
    checkpoints: () => Promise.resolve(chain.checkpoints),
    addCheckpoint: (checkpoint) => {
      chain.checkpoints.push(checkpoint);
      return Promise.resolve('added');
    },
  };
}

export async function exportLines(
  chain: { entries: LedgerEntry[]; checkpoints: Checkpoint[] },
  by = signer,
): Promise<string[]> {
  const head = chain.entries.at(-1);
  if (!head) throw new Error('an empty chain is not exported');
  const lines: string[] = [];
  for await (const line of exportChain({ ledger: ledgerOf(chain), name, head, now: exportedAt, signer: by }))
    lines.push(line);
  return lines;
}
