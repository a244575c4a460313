import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Head } from './entry-fault.ts';
import type { ChainName } from './entry.ts';
import type { LedgerSigner } from './ledger-signer.ts';
import type { LedgerStore } from './ledger-store.ts';

export const exportFormat = 'staffroom-ledger-1';
const page = 1_000;

/**
 * One chain as the lines of an export, each a JSON object in its RFC 8785 form:
 * - `{"export": …}`: whose chain this is, when it was exported, and the public keys, oldest first, each but the first
 *   with the signature by which the one before it put it in its place
 * - `{"entry": …}` for every entry and `{"checkpoint": …}` after the entry that it signs
 * - `{"closing": …}`: signed for this export; it names the last entry, how many checkpoints there are and the hash of
 *   the first line, so that nothing can be cut off, left out or put in
 *
 * `head` is where the chain ended when the export began; what is appended meanwhile is left out.
 */
export async function* exportChain({
  ledger,
  name,
  head,
  now,
  signer,
}: {
  ledger: Pick<LedgerStore, 'entries' | 'checkpoints'>;
  name: ChainName;
  head: Head;
  now: Date;
  signer: LedgerSigner;
}): AsyncGenerator<string> {
  const { schoolId, chain } = name;
  const { keyId, keys } = signer;
  const at = now.toISOString();
  const first = canonicalJson({ export: { format: exportFormat, schoolId, chain, exportedAt: at, keys } });
  yield first;

  const checkpoints = (await ledger.checkpoints(name)).filter(({ seq }) => seq <= head.seq);
  let next = 0;
  for (let from = 1; from <= head.seq; from += page) {
    for (const entry of await ledger.entries(name, from, Math.min(page, head.seq - from + 1))) {
      yield canonicalJson({ entry });
      for (; checkpoints[next]?.seq === entry.seq; next += 1) yield canonicalJson({ checkpoint: checkpoints[next] });
    }
  }

  const { seq, hash } = head;
  const statement = {
    schoolId,
    chain,
    seq,
    hash,
    at,
    keyId,
    checkpoints: checkpoints.length,
    first: hashOfLine(first),
  };
  yield canonicalJson({ closing: { ...statement, signature: signer.sign(canonicalJson(statement)) } });
}

/** SHA-256, hexadecimal, of a line in its RFC 8785 form. */
export function hashOfLine(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}
