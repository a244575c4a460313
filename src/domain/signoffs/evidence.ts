import { createHash } from 'node:crypto';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { exportChain } from '../ledger/export-ledger.ts';
import type { Head } from '../ledger/entry-fault.ts';
import type { LedgerSigner } from '../ledger/ledger-signer.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import type { Campaign } from './campaign.ts';
import type { Receipt } from './receipt.ts';
import type { Signatory } from './signatory.ts';

export const evidenceFormat = 'staffroom-evidence-1';

/** Whose sign-offs a bundle holds. Of a campaign or a school it holds all of them; of a person it cannot be shown. */
export type EvidenceAbout =
  | { readonly kind: 'school' }
  | { readonly kind: 'campaign'; readonly campaign: string }
  | { readonly kind: 'person'; readonly name: string };

export interface Evidence {
  readonly schoolId: string;
  /** The school's name. */
  readonly school: string;
  readonly about: EvidenceAbout;
  /** What people read, in the form whose hash binds it (`versionWords`, `documentWords`), each once. */
  readonly words: readonly object[];
  readonly campaigns: readonly Campaign[];
  readonly signatories: readonly Signatory[];
  readonly receipts: readonly Receipt[];
}

/**
 * An evidence bundle as lines, each a JSON object in its RFC 8785 form: `{"evidence": …}` with whose it is, then every
 * `{"words": …}`, `{"campaign": …}`, `{"signatory": …}` and `{"receipt": …}`, then the whole ledger of sign-offs as
 * `exportChain` writes it, then `{"seal": …}`: signed over every byte before it, because states and reasons stand in no ledger.
 */
export async function* evidenceLines(
  evidence: Evidence,
  {
    ledger,
    head,
    now,
    signer,
  }: {
    readonly ledger: Pick<LedgerStore, 'entries' | 'checkpoints'>;
    /** Where the chain of sign-offs ended once everything in `evidence` had been read. */
    readonly head: Head;
    readonly now: Date;
    readonly signer: LedgerSigner;
  },
): AsyncGenerator<string> {
  const { schoolId, school, about, words, campaigns, signatories, receipts } = evidence;
  const at = now.toISOString();
  const before = createHash('sha256');
  let lines = 0;
  const counted = (line: string) => {
    before.update(`${line}\n`);
    lines += 1;
    return line;
  };
  const write = (value: object) => counted(canonicalJson(value));

  yield write({ evidence: { format: evidenceFormat, schoolId, school, about, madeAt: at } });
  for (const one of words) yield write({ words: one });
  for (const campaign of campaigns) yield write({ campaign });
  for (const signatory of signatories) yield write({ signatory });
  for (const receipt of receipts) yield write({ receipt });
  const name = { schoolId, chain: 'signoffs' } as const;
  for await (const line of exportChain({ ledger, name, head, now, signer })) yield counted(line);
  const statement = { schoolId, at, keyId: signer.keyId, lines, hash: before.digest('hex') };
  yield canonicalJson({ seal: { ...statement, signature: signer.sign(canonicalJson(statement)) } });
}
