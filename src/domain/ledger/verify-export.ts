import { canonicalJson } from './canonical-json.ts';
import { readCanonicalLine } from './canonical-line.ts';
import {
  type ChainChecker,
  type ChainFault,
  createChainChecker,
  isBase64url,
  signatureFault,
} from './chain-checker.ts';
import { keyIdOf } from './checkpoint.ts';
import { type Head, instant, isRecord, matches, oddField, slug } from './entry-fault.ts';
import { chainClasses, type ChainClass, type ChainName, type LedgerEntry } from './entry.ts';
import { exportFormat, hashOfLine } from './export-ledger.ts';
import { readMark } from './head-mark.ts';
import { endorsedKeys } from './ledger-keys.ts';
import type { LedgerKey } from './ledger-signer.ts';

export interface WholeExport extends ChainName {
  readonly kind: 'whole';
  readonly exportedAt: string;
  readonly entries: number;
  readonly checkpoints: number;
  /** The hash of the last entry. */
  readonly head: string;
  /** The keys that signed, oldest first, each but the first put in its place by the one before. */
  readonly keys: readonly Pick<LedgerKey, 'keyId' | 'since'>[];
  /** For each hash or mark that somebody kept: the entry that has it, if any has. */
  readonly witnesses: readonly { readonly witness: string; readonly entry?: number | undefined }[];
}

export type Verdict =
  | WholeExport
  /** `line` counts from 1; `entry` is the first place of the chain that does not hold. */
  | { readonly kind: 'broken'; readonly line: number; readonly entry: number; readonly why: string }
  /** This is no export, or `witnesses` holds something that is no hash. */
  | { readonly kind: 'unreadable'; readonly why: string };

export interface VerifyOptions {
  /** Hashes of entries or their marks. */
  readonly witnesses?: readonly string[];
  /** The id of a key that is known to be the school's: what has nothing to do with it does not count. */
  readonly schoolKey?: string | undefined;
  readonly onLine?: (line: number) => void;
}

interface Header extends ChainName {
  readonly exportedAt: string;
  readonly listed: readonly LedgerKey[];
  /** Those of them that have the word of the one before. */
  readonly keys: ReadonlyMap<string, string>;
}

/**
 * Checks an export from its lines alone, to the last byte but for white space at the ends of lines. A line that is not
 * UTF-8 comes in as undefined. Whoever has the school's keys could make a whole chain anew, and such a chain is `whole`
 * here: `witnesses`, hashes or marks from receipts and chats that were kept elsewhere, show it by standing nowhere.
 */
export function verifyExport(
  lines: Iterable<string | undefined>,
  { witnesses = [], schoolKey, onLine }: VerifyOptions = {},
): Verdict {
  const marks = witnesses.map((witness) => ({
    witness,
    hex: readMark(witness),
    entry: undefined as number | undefined,
  }));
  const odd = marks.find(({ hex }) => !hex);
  if (odd) return { kind: 'unreadable', why: `“${odd.witness}” is no hash or mark of an entry.` };

  let line = 0;
  let header: Header | undefined;
  let first = '';
  let checker: ChainChecker | undefined;
  let closed = false;
  const broken = (entry: number, why: string): Verdict => ({ kind: 'broken', line, entry, why });

  for (const text of lines) {
    line += 1;
    onLine?.(line);
    const value = readLine(text);
    if (!header || !checker) {
      header = readHeader(value);
      if (!header) return { kind: 'unreadable', why: 'this is no export of a ledger, or its first line is damaged.' };
      if (schoolKey !== undefined && !header.keys.has(schoolKey)) {
        return broken(1, 'the export is signed with another key than the one that counts');
      }
      first = hashOfLine(canonicalJson(value ?? {}));
      checker = createChainChecker(header, header.keys);
      continue;
    }
    const { seq, hash } = checker.head();
    if (closed) return broken(seq, 'something stands after the closing line');
    if (!value) return broken(seq + 1, `line ${line} cannot be read, or is not written as an export writes it`);
    if ('entry' in value) {
      const fault = checker.entry(value.entry);
      if (fault) return broken(fault.entry, fault.why);
      const entry = value.entry as LedgerEntry; // the checker has taken it
      for (const mark of marks) if (mark.hex && entry.hash.startsWith(mark.hex)) mark.entry ??= entry.seq;
    } else if ('checkpoint' in value) {
      const fault = checker.checkpoint(value.checkpoint);
      if (fault) return broken(fault.entry, fault.why);
    } else {
      const expected = { ...header, seq, hash, checkpoints: checker.checkpoints(), first };
      const fault = closingFault(value.closing, expected);
      if (fault) return broken(fault.entry, fault.why);
      closed = true;
    }
  }
  if (!header || !checker) return { kind: 'unreadable', why: 'there is nothing in it.' };
  const { seq, hash } = checker.head();
  if (!closed) return broken(seq + 1, 'the export ends without its closing line: its tail was cut off');
  return {
    kind: 'whole',
    schoolId: header.schoolId,
    chain: header.chain,
    exportedAt: header.exportedAt,
    entries: seq,
    checkpoints: checker.checkpoints(),
    head: hash,
    keys: header.listed.map(({ keyId, since }) => ({ keyId, ...(since !== undefined && { since }) })),
    witnesses: marks.map(({ witness, entry }) => ({ witness, entry })),
  };
}

/** The object on a line where it is one of a ledger's export. */
function readLine(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  const value = readCanonicalLine(text);
  return value && lineKinds.some((kind) => kind in value) ? value : undefined;
}

const lineKinds = ['export', 'entry', 'checkpoint', 'closing'];

function readHeader(value: Readonly<Record<string, unknown>> | undefined): Header | undefined {
  const header = value?.export;
  if (!isRecord(header) || oddField(header, ['chain', 'exportedAt', 'format', 'keys', 'schoolId'])) return undefined;
  const { chain, exportedAt, format, keys, schoolId } = header;
  if (format !== exportFormat || !isChainClass(chain)) return undefined;
  if (!matches(schoolId, slug) || !matches(exportedAt, instant)) return undefined;
  if (!Array.isArray(keys)) return undefined;
  const listed: LedgerKey[] = [];
  for (const value of keys as unknown[]) {
    const key = readKey(value, listed.length === 0);
    if (!key || listed.some(({ keyId }) => keyId === key.keyId)) return undefined;
    listed.push(key);
  }
  return { schoolId, chain, exportedAt, listed, keys: endorsedKeys(listed) };
}

function readKey(value: unknown, isFirst: boolean): LedgerKey | undefined {
  const fields = isFirst ? ['keyId', 'publicKey'] : ['endorsement', 'keyId', 'publicKey', 'since'];
  if (!isRecord(value) || oddField(value, fields)) return undefined;
  const { keyId, publicKey, since, endorsement } = value;
  if (!isBase64url(publicKey, 32) || keyId !== keyIdOf(publicKey)) return undefined;
  if (isFirst) return { keyId, publicKey };
  return matches(since, instant) && isBase64url(endorsement, 64) ? { keyId, publicKey, since, endorsement } : undefined;
}

function isChainClass(value: unknown): value is ChainClass {
  return chainClasses.some((one) => one === value);
}

function closingFault(
  value: unknown,
  expected: Header & Head & { readonly checkpoints: number; readonly first: string },
): ChainFault | undefined {
  const { seq, hash, schoolId, chain, checkpoints, first, exportedAt } = expected;
  const fields = ['at', 'chain', 'checkpoints', 'first', 'hash', 'keyId', 'schoolId', 'seq', 'signature'];
  const fault = (why: string): ChainFault => ({ entry: seq, why: `the closing line after it ${why}` });
  if (!isRecord(value) || oddField(value, fields)) return fault('has not the shape of one');
  const { signature, ...statement } = value;
  const broken = signatureFault(statement, signature, expected.keys);
  if (broken) return fault(broken);
  if (value.keyId !== expected.listed.at(-1)?.keyId) return fault('is not signed with the newest key');
  if (value.schoolId !== schoolId || value.chain !== chain || value.at !== exportedAt || value.first !== first) {
    return fault('was made for another first line');
  }
  if (value.seq !== seq)
    return { entry: seq + 1, why: `the closing line names entry ${String(value.seq)} as the last` };
  if (value.hash !== hash) return fault(`was signed for another entry ${seq}: entries were made anew`);
  return value.checkpoints === checkpoints ? undefined : fault('counts more checkpoints: some are missing');
}
