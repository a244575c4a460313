import { createHash } from 'node:crypto';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { isRecord } from '../ledger/entry-fault.ts';
import type { Statement } from './campaign.ts';

type Row = Readonly<Record<string, unknown>>;

export interface PlacedRecord {
  /** Of the file, from 1. */
  readonly line: number;
  readonly value: Row;
}

/** What stands in a bundle before its ledger, each record by its id, words by their hash. */
export interface EvidenceRecords {
  readonly campaigns: ReadonlyMap<string, PlacedRecord>;
  readonly signatories: ReadonlyMap<string, PlacedRecord>;
  readonly receipts: ReadonlyMap<string, PlacedRecord>;
  /** The signatories that have a receipt. */
  readonly signed: ReadonlySet<string>;
  /** The place in the file, from 0, of the ledger's first line. */
  readonly ledgerFrom: number;
}

export interface BrokenRecord {
  readonly kind: 'broken';
  readonly line: number;
  readonly what?: string | undefined;
  readonly why: string;
}

const kinds = ['words', 'campaign', 'signatory', 'receipt'] as const;

/**
 * Reads the records of a bundle in their order and checks each by itself and against those before it. Everything is looked
 * at as it stands, by no schema: a field more or less changes a hash.
 */
export function readEvidenceRecords(
  rows: readonly (Row | undefined)[],
  schoolId: string,
): ({ readonly kind: 'read' } & EvidenceRecords) | BrokenRecord {
  const found = {
    words: new Map<string, PlacedRecord>(),
    campaign: new Map<string, PlacedRecord>(),
    signatory: new Map<string, PlacedRecord>(),
    receipt: new Map<string, PlacedRecord>(),
  };
  const signed = new Set<string>();
  let rank = 0;
  for (let at = 1; at < rows.length; at += 1) {
    const [name, value] = Object.entries(rows[at] ?? {})[0] ?? [];
    const line = at + 1;
    if (name === 'export') {
      const { campaign, signatory, receipt } = found;
      return { kind: 'read', campaigns: campaign, signatories: signatory, receipts: receipt, signed, ledgerFrom: at };
    }
    const kind = kinds.find((one, place) => one === name && place >= rank);
    if (!kind || !isRecord(value))
      return { kind: 'broken', line, why: `line ${line} cannot be read, or does not belong there` };
    rank = kinds.indexOf(kind);
    const id = kind === 'words' ? sha256(value) : value.id;
    if (typeof id !== 'string') return { kind: 'broken', line, why: `the ${kind} has no id` };
    const why = found[kind].has(id) ? `the ${kind} stands there twice` : faultOf(kind, value);
    if (why) return { kind: 'broken', line, what: id, why };
    found[kind].set(id, { line, value });
  }
  return { kind: 'broken', line: rows.length, why: 'the bundle ends before its ledger' };

  function faultOf(kind: (typeof kinds)[number], value: Row): string | undefined {
    if (kind === 'words') return undefined;
    if (value.schoolId !== schoolId) return 'it belongs to another school';
    if (kind === 'campaign') return undefined;
    const campaign = found.campaign.get(String(value.campaignId))?.value;
    if (!campaign) return 'its campaign is missing';
    return kind === 'signatory' ? undefined : receiptFault(value, campaign);
  }

  function receiptFault(value: Row, campaign: Row): string | undefined {
    const { commitment, ...rest } = value;
    if (commitment !== sha256(rest)) return 'the receipt is not what its commitment was made of';
    const signatoryId = String(value.signatoryId);
    if (found.signatory.get(signatoryId)?.value.campaignId !== value.campaignId)
      return 'whoever signed is not among those who were asked';
    if (signed.has(signatoryId)) return 'whoever signed has a receipt already';
    signed.add(signatoryId);
    const { document } = campaign;
    if (!isRecord(document) || !isRecord(value.document)) return 'it does not say what was signed';
    const wanted = ['policyId', 'title', 'version', 'hash'].filter((field) => field in document);
    const bound = Object.fromEntries(wanted.map((field) => [field, document[field]]));
    if (canonicalJson(bound) !== canonicalJson(value.document)) return 'its campaign asked for another document';
    if (!found.words.has(String(value.document.hash))) return 'the words that were signed are missing, or were changed';
    return value.statementsHash === hashOfStatements(document.statements)
      ? undefined
      : 'the statements agreed to are not those of its campaign';
  }
}

/** As `statementsHash` makes it, of whatever stands there. */
function hashOfStatements(statements: unknown): string | undefined {
  if (!Array.isArray(statements) || !statements.every(isRecord)) return undefined;
  return sha256(
    (statements as Partial<Statement>[]).map(({ text, ref }) => ({ text, ...(ref !== undefined && { ref }) })),
  );
}

function sha256(value: object): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
