import { createChainChecker } from './chain-checker.ts';
import type { Head } from './entry-fault.ts';
import type { ChainName } from './entry.ts';
import type { LedgerStore } from './ledger-store.ts';

const page = 1_000;

/**
 * Checks a chain as the store holds it: every entry, and every checkpoint against `keys` (Ed25519 public keys in
 * base64url by their ids). Names the first entry that does not hold and why. What is appended meanwhile is left out.
 */
export async function verifyChain(
  ledger: Pick<LedgerStore, 'head' | 'entries' | 'checkpoints'>,
  name: ChainName,
  keys: ReadonlyMap<string, string>,
): Promise<{ kind: 'whole'; head: Head } | { kind: 'broken'; entry: number; why: string }> {
  const checker = createChainChecker(name, keys);
  const end = (await ledger.head(name))?.seq ?? 0;
  const checkpoints = (await ledger.checkpoints(name)).filter(({ seq }) => seq <= end);
  while (checker.head().seq < end) {
    const from = checker.head().seq + 1;
    const entries = await ledger.entries(name, from, Math.min(page, end - from + 1));
    if (entries.length === 0) return { kind: 'broken', entry: from, why: 'it is missing' };
    for (const entry of entries) {
      const fault = checker.entry(entry) ?? checkpointFault(checker.head().seq);
      if (fault) return { kind: 'broken', ...fault };
    }
  }
  const left = checkpoints[0];
  if (left) return { kind: 'broken', entry: left.seq, why: 'a checkpoint stands at a place that has no entry' };
  return { kind: 'whole', head: checker.head() };

  function checkpointFault(seq: number) {
    if (checkpoints[0]?.seq !== seq) return undefined;
    return checker.checkpoint(checkpoints.shift());
  }
}
