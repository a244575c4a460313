import { appendEntry } from '../../../src/domain/ledger/append-entry.ts';
import { canonicalJson } from '../../../src/domain/ledger/canonical-json.ts';
import { signCheckpoint } from '../../../src/domain/ledger/checkpoint.ts';
import type { Checkpoint, EntryDraft, LedgerEntry } from '../../../src/domain/ledger/entry.ts';
import { parsePolicy } from '../../../src/domain/policies/parse-policy.ts';
import { versionHash, versionWords } from '../../../src/domain/policies/version-hash.ts';
import type { Campaign } from '../../../src/domain/signoffs/campaign.ts';
import { declarationOf } from '../../../src/domain/signoffs/declaration-of.ts';
import { documentHash, documentWords } from '../../../src/domain/signoffs/document-hash.ts';
import { evidenceLines, type Evidence } from '../../../src/domain/signoffs/evidence.ts';
import { makeReceipt, signedEntry } from '../../../src/domain/signoffs/make-receipt.ts';
import type { Receipt, Signing } from '../../../src/domain/signoffs/receipt.ts';
import type { Signatory } from '../../../src/domain/signoffs/signatory.ts';
import type { SignoffChange } from '../../../src/domain/signoffs/signoff-store.ts';
import type { PolicyVersion, VersionText } from '../../../src/domain/versions/policy-version.ts';
import { exportedAt, ledgerOf, signer } from '../ledger/sample-chain.ts';

const schoolId = 'marlow-bridge';
const opener = { tenantId: 't', objectId: 'head' };

const markdown = `---
id: acceptable-use
title: Acceptable Use
status: in-force
owner: head
version: "3.1"
audience: [staff]
signoff: required
---

# Acceptable Use

**1.1** Staff lock their screens.

**1.2** Staff should not share passwords — not even with “friends”.

## Declaration {.declaration}

- I have read this policy.
- I agree to follow it.
`;

function policy() {
  const parsed = parsePolicy(markdown, { schoolId, file: 'acceptable-use.md', contentHash: 'c'.repeat(64) });
  if (parsed.kind !== 'parsed') throw new Error(JSON.stringify(parsed));
  return parsed.policy;
}

/** The version that the first campaign of the sample asks for, as a store keeps it. */
export function sampleVersion(): PolicyVersion {
  const read = policy();
  const { version, title, id } = read.cover;
  const at = '2026-08-20T08:00:00.000Z';
  return {
    schoolId,
    policyId: id,
    hash: versionHash(read),
    version,
    title,
    seenAt: at,
    adoption: { change: 'first', at },
  };
}

export const sampleText: VersionText = { markdown };

/** What puts the sample into a store, in one step. */
export function sampleChange(evidence: Evidence = sampleEvidence()): SignoffChange {
  return {
    schoolId,
    at: '2026-09-02T09:00:00.000Z',
    campaigns: evidence.campaigns,
    signatories: evidence.signatories.map((one) => ({
      ...one,
      revision: 1,
      state: one.state === 'signed' ? 'pending' : one.state,
    })),
    then: { owed: [], entries: evidence.campaigns.map(({ id }) => opened(id)) },
  };
}

/** The step after it: everybody signs who has a receipt. */
export function sampleSigning(evidence: Evidence = sampleEvidence()): SignoffChange {
  return {
    schoolId,
    at: '2026-09-02T09:30:00.000Z',
    signatories: evidence.signatories.filter(({ state }) => state === 'signed').map((one) => ({ ...one, revision: 2 })),
    receipts: evidence.receipts,
    then: { owed: [], entries: evidence.receipts.map(signedEntry) },
  };
}

/** Two campaigns of one school: a policy that most have signed, and a document from outside. */
export function sampleEvidence(): Evidence {
  const read = policy();
  const statements = declarationOf(read);
  if (statements.length === 0) throw new Error('the sample has no declaration');
  const kcsie = {
    kind: 'other' as const,
    title: 'KCSIE Part One',
    version: '2026',
    link: 'https://www.gov.uk/kcsie',
    statements: [{ text: 'I have read Part One, “Safeguarding information for all staff”.' }],
  };
  const campaign = (id: string, document: Campaign['document']): Campaign => ({
    id,
    schoolId,
    document,
    groups: [],
    why: 'The governors adopted a new text.',
    dueOn: '2026-10-01',
    chaseEvery: 3,
    state: 'open',
    openedBy: opener,
    openedAt: '2026-09-01T08:00:00.000Z',
    revision: 1,
  });
  const campaigns = [
    campaign('CA-7KQ2-M', {
      kind: 'policy',
      policyId: 'acceptable-use',
      title: 'Acceptable Use',
      version: '3.1',
      hash: versionHash(read),
      statements,
    }),
    campaign('CA-8KQ2-F', { ...kcsie, hash: documentHash(kcsie) }),
  ] as const;
  const signatories: Signatory[] = campaigns.flatMap(({ id }, place) =>
    Array.from({ length: 5 }, (_, at) => ({
      id: `${place}${at}`.padEnd(32, 'e'),
      schoolId,
      campaignId: id,
      ...(at === 4 ? { listed: 'kitchen-1' } : { person: { tenantId: 't', objectId: `person-${at}` } }),
      name: ['Ola Wrona', 'Amara Okafor', 'Zoë Ünal', 'Sam “Sunny” Reed', 'Rosa Field'][at] ?? '',
      groups: ['teachers'],
      state: at === 3 ? 'exempt' : at === 2 && place === 1 ? 'pending' : 'signed',
      dueOn: '2026-10-01',
      asked: 1,
      ...(at === 3 && { reason: 'on leave until January' }),
      changedAt: '2026-09-02T08:00:00.000Z',
      revision: 2,
    })),
  );
  const receipts = signatories.flatMap((signatory, at): Receipt[] => {
    if (signatory.state !== 'signed') return [];
    const how: Signing =
      signatory.listed === undefined
        ? { kind: 'teams' }
        : { kind: 'on-behalf', on: 'paper', recordedBy: opener, witness: 'Dan Hill', place: 'Office, blue folder' };
    return [
      makeReceipt({
        campaign: campaigns[signatory.campaignId === campaigns[0].id ? 0 : 1],
        signatory,
        typedName: signatory.name.toLowerCase(),
        how,
        at: `2026-09-02T08:${String(at).padStart(2, '0')}:00.000Z`,
        id: `SG-7KQ${at}-M`,
        salt: String(at).padEnd(32, 'a'),
      }),
    ];
  });
  return {
    schoolId,
    school: 'Marlow Bridge School',
    about: { kind: 'school' },
    words: [versionWords(read), documentWords(kcsie)],
    campaigns,
    signatories,
    receipts,
  };
}

export const opened = (campaign: string): EntryDraft => ({
  schoolId,
  chain: 'signoffs',
  at: '2026-09-01T08:00:00.000Z',
  kind: 'campaign-opened',
  facts: { campaign },
});

export function chainOf(drafts: readonly EntryDraft[]): { entries: LedgerEntry[]; checkpoints: Checkpoint[] } {
  const entries: LedgerEntry[] = [];
  for (const draft of drafts) entries.push(appendEntry(entries.at(-1), draft));
  const [, , third] = entries;
  const name = { schoolId, chain: 'signoffs' } as const;
  return { entries, checkpoints: third ? [signCheckpoint(name, third, new Date(third.at), signer)] : [] };
}

/** The chain in which these receipts were made. */
export function draftsOf({ campaigns, receipts }: Pick<Evidence, 'campaigns' | 'receipts'>): EntryDraft[] {
  return [...campaigns.map(({ id }) => opened(id)), ...receipts.map(signedEntry)];
}

/** The lines of a bundle with this content over this chain. */
export async function bundleLines(
  evidence: Evidence,
  drafts: readonly EntryDraft[] = draftsOf(evidence),
  by = signer,
): Promise<string[]> {
  const chain = chainOf(drafts);
  const head = chain.entries.at(-1);
  if (!head) throw new Error('an empty chain is not exported');
  const lines: string[] = [];
  for await (const line of evidenceLines(evidence, { ledger: ledgerOf(chain), head, now: exportedAt, signer: by }))
    lines.push(line);
  return lines;
}

/** A line with this record changed, in the form in which it would stand there. */
export function changedLine(line: string, change: (record: Record<string, unknown>) => object): string {
  const [[name, record] = ['', {}]] = Object.entries(JSON.parse(line) as Record<string, Record<string, unknown>>);
  return canonicalJson({ [name]: change(record) });
}
