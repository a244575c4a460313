import type { Delivery } from '../delivery/delivery.ts';
import { createChainChecker } from './chain-checker.ts';
import { checkpointDue, signCheckpoint } from './checkpoint.ts';
import type { ChainName, Checkpoint } from './entry.ts';
import type { LedgerSigner } from './ledger-signer.ts';
import type { LedgerStore } from './ledger-store.ts';

const page = 1_000;

/**
 * Signs and stores a checkpoint, with what is owed for it, when one is due. Before it signs it follows the chain from
 * the last checkpoint on: what does not hold is never signed. Where that was signed with a key that is not among the
 * signer's, another process has newer keys, and an older one must not sign after it: then nothing is signed here.
 * Safe to call from several instances at once.
 */
export async function makeCheckpoint(
  ledger: LedgerStore,
  name: ChainName,
  {
    now,
    signer,
    owedFor,
  }: { now: Date; signer: LedgerSigner; owedFor: (checkpoint: Checkpoint) => readonly Delivery[] },
): Promise<
  | { kind: 'not-due' }
  | { kind: 'made'; checkpoint: Checkpoint }
  | { kind: 'other-key' }
  | { kind: 'broken'; entry: number; why: string }
> {
  const head = await ledger.head(name);
  const last = (await ledger.checkpoints(name)).at(-1);
  if (!head || !checkpointDue(head, last, now)) return { kind: 'not-due' };
  if (last && signer.keys.every(({ keyId }) => keyId !== last.keyId)) return { kind: 'other-key' };
  const checker = createChainChecker(name, new Map(), last && { seq: last.seq, hash: last.hash });
  while (checker.head().seq < head.seq) {
    const from = checker.head().seq + 1;
    const entries = await ledger.entries(name, from, Math.min(page, head.seq - from + 1));
    if (entries.length === 0) return { kind: 'broken', entry: from, why: 'it is missing' };
    for (const entry of entries) {
      const fault = checker.entry(entry);
      if (fault) return { kind: 'broken', ...fault };
    }
  }
  if (checker.head().hash !== head.hash) return { kind: 'broken', entry: head.seq, why: 'the head is another one' };
  const checkpoint = signCheckpoint(name, checker.head(), now, signer);
  const added = await ledger.addCheckpoint(checkpoint, last?.seq ?? 0, owedFor(checkpoint));
  return added === 'added' ? { kind: 'made', checkpoint } : { kind: 'not-due' };
}
