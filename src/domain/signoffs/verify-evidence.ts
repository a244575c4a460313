import { createHash } from 'node:crypto';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { readCanonicalLine, trimEnd } from '../ledger/canonical-line.ts';
import { signatureFault } from '../ledger/chain-checker.ts';
import { instant, isRecord, matches, oddField, slug } from '../ledger/entry-fault.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { readMark } from '../ledger/head-mark.ts';
import { endorsedKeys } from '../ledger/ledger-keys.ts';
import type { LedgerKey } from '../ledger/ledger-signer.ts';
import { verifyExport, type VerifyOptions, type WholeExport } from '../ledger/verify-export.ts';
import { evidenceFormat, type EvidenceAbout } from './evidence.ts';
import { readEvidenceRecords, type EvidenceRecords } from './evidence-records.ts';
import type { Receipt } from './receipt.ts';

export interface WholeEvidence {
  readonly kind: 'whole';
  readonly about: EvidenceAbout;
  readonly school: string;
  readonly madeAt: string;
  readonly campaigns: number;
  readonly signatories: number;
  readonly receipts: number;
  /** Signatures in the ledger whose receipts were destroyed when their time was over. */
  readonly destroyed: number;
  readonly ledger: WholeExport;
}

export type EvidenceVerdict =
  | WholeEvidence
  /** `line` counts from 1; `what` is the record and `entry` the place in the ledger, where there is one. */
  | {
      readonly kind: 'broken';
      readonly line: number;
      readonly what?: string | undefined;
      readonly entry?: number | undefined;
      readonly why: string;
    }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Whether this first line begins an evidence bundle. */
export function isEvidence(line: string | undefined): boolean {
  return readCanonicalLine(line)?.evidence !== undefined;
}

/**
 * Checks a bundle from its lines alone: the words by their hashes, every receipt by its commitment, its campaign's words and
 * its one entry in the ledger, the ledger itself, and that the ledger has no signature without a receipt, unless it was
 * destroyed. Names the first thing that does not hold. What `verifyExport` cannot tell, this cannot tell either.
 */
export function verifyEvidence(lines: readonly (string | undefined)[], options: VerifyOptions = {}): EvidenceVerdict {
  const odd = options.witnesses?.find((witness) => !readMark(witness));
  if (odd !== undefined) return { kind: 'unreadable', why: `“${odd}” is no hash or mark of an entry.` };
  const rows = lines.map(readCanonicalLine);
  const head = readHead(rows[0]?.evidence);
  if (!head) return { kind: 'unreadable', why: 'this is no evidence bundle, or its first line is damaged.' };
  const read = readEvidenceRecords(rows, head.schoolId);
  if (read.kind === 'broken') return read;

  const { ledgerFrom } = read;
  const sealed = rows.at(-1)?.seal;
  const ledgerTo = sealed === undefined ? rows.length : rows.length - 1;
  const ledger = verifyExport(lines.slice(ledgerFrom, ledgerTo), options);
  if (ledger.kind === 'unreadable') return { kind: 'broken', line: ledgerFrom + 1, why: ledger.why.replace(/\.$/, '') };
  if (ledger.kind === 'broken') return { ...ledger, line: ledger.line + ledgerFrom };
  if (ledger.schoolId !== head.schoolId || ledger.chain !== 'signoffs')
    return { kind: 'broken', line: ledgerFrom + 1, why: 'the ledger in it is another one' };

  const entries = rows.slice(ledgerFrom, ledgerTo).flatMap((row, at) => {
    const entry = row?.entry as LedgerEntry | undefined; // verifyExport has taken it
    return entry ? [{ entry, line: ledgerFrom + at + 1 }] : [];
  });
  const matched = matchEntries(read, head.about, entries);
  if (matched.kind === 'broken') return matched;
  const why = sealFault(lines, sealed, head, keysOf(rows[ledgerFrom]));
  if (why) return { kind: 'broken', line: lines.length, why };
  return {
    kind: 'whole',
    about: head.about,
    school: head.school,
    madeAt: head.madeAt,
    campaigns: read.campaigns.size,
    signatories: read.signatories.size,
    receipts: read.receipts.size,
    destroyed: matched.destroyed,
    ledger,
  };
}

interface EvidenceHead {
  readonly schoolId: string;
  readonly school: string;
  readonly about: EvidenceAbout;
  readonly madeAt: string;
}

function readHead(value: unknown): EvidenceHead | undefined {
  if (!isRecord(value) || oddField(value, ['about', 'format', 'madeAt', 'school', 'schoolId'])) return undefined;
  const { about, format, madeAt, school, schoolId } = value;
  if (format !== evidenceFormat || !matches(schoolId, slug) || !matches(madeAt, instant)) return undefined;
  if (typeof school !== 'string' || !isRecord(about)) return undefined;
  const { kind, campaign, name } = about;
  if (kind === 'school') return { schoolId, school, madeAt, about: { kind } };
  if (kind === 'campaign' && typeof campaign === 'string')
    return { schoolId, school, madeAt, about: { kind, campaign } };
  return kind === 'person' && typeof name === 'string'
    ? { schoolId, school, madeAt, about: { kind, name } }
    : undefined;
}

type Placed = { readonly entry: LedgerEntry; readonly line: number };

/** Every receipt with its one entry, every entry with its receipt, every signatory who signed with theirs. */
function matchEntries(
  { receipts, signatories, signed }: EvidenceRecords,
  about: EvidenceAbout,
  entries: readonly Placed[],
): { kind: 'matched'; destroyed: number } | Extract<EvidenceVerdict, { kind: 'broken' }> {
  const broken = (line: number, what: string, why: string) => ({ kind: 'broken', line, what, why }) as const;
  const signings = entries.filter(({ entry }) => entry.kind === 'signed');
  for (const [id, { line, value }] of receipts) {
    const own = signings.filter(({ entry }) => entry.facts.receipt === id);
    const [one] = own;
    if (!one) return broken(line, id, 'the ledger has no signature with this reference');
    if (own.length > 1) return broken(line, id, 'the ledger has more than one signature with this reference');
    if (!isEntryOf(one.entry, value as unknown as Receipt))
      return { ...broken(line, id, 'the ledger has another signature under this reference'), entry: one.entry.seq };
  }
  const gone = new Set(
    entries.filter(({ entry }) => entry.kind === 'receipt-destroyed').map(({ entry }) => entry.facts.receipt),
  );
  let destroyed = 0;
  for (const { entry, line } of signings) {
    const { receipt, campaign } = entry.facts;
    const inScope = about.kind === 'school' || (about.kind === 'campaign' && about.campaign === campaign);
    if (!inScope || receipts.has(String(receipt))) continue;
    if (!gone.has(receipt ?? ''))
      return {
        ...broken(line, String(receipt), 'the ledger has this signature, and its receipt is missing'),
        entry: entry.seq,
      };
    destroyed += 1;
  }
  for (const [id, { line, value }] of signatories)
    if (value.state === 'signed' && !signed.has(id)) return broken(line, id, 'it says “signed” and has no receipt');
  return { kind: 'matched', destroyed };
}

/** Whether the entry says what `signedEntry` says of the receipt. */
function isEntryOf({ at, facts }: LedgerEntry, receipt: Receipt): boolean {
  const { id, campaignId, commitment, document } = receipt;
  const { hash, policyId } = document;
  const policy = policyId === undefined ? {} : { policy: policyId };
  return (
    at === receipt.at &&
    canonicalJson(facts) === canonicalJson({ campaign: campaignId, receipt: id, ...policy, hash, commitment })
  );
}

function keysOf(row: Readonly<Record<string, unknown>> | undefined): readonly LedgerKey[] {
  return (row?.export as { readonly keys: readonly LedgerKey[] }).keys; // verifyExport has taken them
}

function sealFault(
  lines: readonly (string | undefined)[],
  seal: unknown,
  { schoolId, madeAt }: EvidenceHead,
  keys: readonly LedgerKey[],
): string | undefined {
  if (!isRecord(seal)) return 'the bundle ends without its seal';
  if (oddField(seal, ['at', 'hash', 'keyId', 'lines', 'schoolId', 'signature']))
    return 'the seal has not the shape of one';
  const { signature, ...statement } = seal;
  const broken = signatureFault(statement, signature, endorsedKeys(keys));
  if (broken) return `the seal ${broken}`;
  const before = createHash('sha256');
  for (const line of lines.slice(0, -1)) before.update(`${trimEnd(line ?? '')}\n`);
  const expected = {
    schoolId,
    at: madeAt,
    keyId: keys.at(-1)?.keyId,
    lines: lines.length - 1,
    hash: before.digest('hex'),
  };
  return canonicalJson(statement) === canonicalJson(expected)
    ? undefined
    : 'the seal was made over other lines: something that stands in no ledger was changed, such as a state or a reason';
}
