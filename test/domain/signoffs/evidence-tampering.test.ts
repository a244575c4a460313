import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headMark } from '../../../src/domain/ledger/head-mark.ts';
import type { Evidence } from '../../../src/domain/signoffs/evidence.ts';
import { signedEntry } from '../../../src/domain/signoffs/make-receipt.ts';
import { commitmentOf, type Receipt } from '../../../src/domain/signoffs/receipt.ts';
import { verifyEvidence, type EvidenceVerdict } from '../../../src/domain/signoffs/verify-evidence.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { fileLines } from '../../../src/tools/verify/file-lines.ts';
import { otherSigner } from '../ledger/sample-chain.ts';
import { bundleLines, chainOf, changedLine, draftsOf, opened, sampleEvidence } from './sample-evidence.ts';

const cycles = Number(process.env.CYCLES ?? 300);
const pythonSample = process.env.CYCLES ? cycles : 60;
const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.log('not run: the independent verifier, because there is no python3');

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'evidence-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What both verifiers say of these bundles; the verdicts of one stand in for both after it was seen that they agree. */
function verdictsOf(files: readonly (string | Uint8Array)[], witnesses: readonly string[] = []): EvidenceVerdict[] {
  const all = files.map((file) => Buffer.from(file));
  const ours = all.map((bytes) => verifyEvidence([...fileLines(bytes)], { witnesses }));
  if (!hasPython) return ours;
  const paths = all.map((bytes, at) => {
    writeFileSync(join(folder, `${at}.jsonl`), bytes);
    return join(folder, `${at}.jsonl`);
  });
  const asked = witnesses.flatMap((witness) => ['--witness', witness]);
  const script = join(projectRoot, 'test', 'verifier', 'verify.py');
  const { stdout, stderr } = spawnSync('python3', [script, ...asked, ...paths], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const theirs = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(theirs).toEqual(ours.map(inShort));
  return ours;
}

function inShort(verdict: EvidenceVerdict): unknown {
  if (verdict.kind === 'unreadable') return { kind: 'unreadable' };
  if (verdict.kind === 'broken') {
    const { line, what = null, entry = null } = verdict;
    return { kind: 'broken', line, what, entry };
  }
  const { kind, receipts, destroyed, ledger } = verdict;
  const { entries, checkpoints, head, witnesses } = ledger;
  const stands = witnesses.map(({ entry }) => entry ?? null);
  return { kind, entries, checkpoints, head, witnesses: stands, receipts, destroyed };
}

const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const evidence = sampleEvidence();
const verdictOf = async (...given: Parameters<typeof bundleLines>) =>
  verdictsOf([text(await bundleLines(...given))])[0];
const placesOf = (lines: readonly string[], kind: string) =>
  lines.flatMap((line, at) => (line.startsWith(`{"${kind}"`) ? [at] : []));
const put = (lines: readonly string[], at: number, line: string) => lines.map((old, n) => (n === at ? line : old));
/** With this receipt made anew, by somebody who can sign bundles and not the ledger. */
const withReceipt = (at: number, change: (receipt: Receipt) => object): Evidence => ({
  ...evidence,
  receipts: evidence.receipts.map((one, n) => {
    if (n !== at) return one;
    const made = { ...one, ...change(one) };
    return { ...made, commitment: commitmentOf(made) };
  }),
});

describe('an untouched bundle', () => {
  it('of a school is whole to both verifiers, with every receipt and every entry', async () => {
    const chain = chainOf(draftsOf(evidence));
    const mark = headMark(chain.entries[4]?.hash ?? '');
    const [verdict] = verdictsOf([text(await bundleLines(evidence))], [mark, 'f'.repeat(64)]);
    expect(verdict).toMatchObject({
      kind: 'whole',
      campaigns: 2,
      signatories: 10,
      receipts: 7,
      destroyed: 0,
      ledger: { entries: 9, checkpoints: 1, witnesses: [{ entry: 5 }, { entry: undefined }] },
    });
  });

  it('of a campaign or a person is whole although the ledger has the signatures of others', async () => {
    const [campaign] = evidence.campaigns;
    const own = <Row extends { campaignId: string }>(rows: readonly Row[]) =>
      rows.filter(({ campaignId }) => campaignId === campaign?.id);
    const ofCampaign: Evidence = {
      ...evidence,
      about: { kind: 'campaign', campaign: campaign?.id ?? '' },
      campaigns: campaign ? [campaign] : [],
      signatories: own(evidence.signatories),
      receipts: own(evidence.receipts),
    };
    const isOla = ({ person }: { person?: { objectId: string } | undefined }) => person?.objectId === 'person-0';
    const ofPerson: Evidence = {
      ...evidence,
      about: { kind: 'person', name: 'Ola Wrona' },
      signatories: evidence.signatories.filter(isOla),
      receipts: evidence.receipts.filter(isOla),
    };
    const all = draftsOf(evidence);
    expect(await verdictOf(ofCampaign, all)).toMatchObject({ kind: 'whole', receipts: 4 });
    expect(await verdictOf(ofPerson, all)).toMatchObject({ kind: 'whole', receipts: 2 });
    const short = { ...ofCampaign, receipts: ofCampaign.receipts.slice(1) };
    expect(await verdictOf(short, all)).toMatchObject({ kind: 'broken', entry: 3, what: 'SG-7KQ0-M' });
  });

  it('stays whole when a mail programme changed its line ends', async () => {
    const lines = await bundleLines(evidence);
    for (const verdict of verdictsOf([lines.join('\r\n'), lines.join('\n'), lines.join(' \t\n')]))
      expect(verdict.kind).toBe('whole');
  });

  it('counts the receipts that were destroyed when their time was over', async () => {
    const [gone] = evidence.receipts;
    const destroyed = {
      ...opened(gone?.campaignId ?? ''),
      kind: 'receipt-destroyed',
      facts: { receipt: gone?.id ?? '', campaign: gone?.campaignId ?? '' },
    };
    const left = {
      ...evidence,
      receipts: evidence.receipts.slice(1),
      signatories: evidence.signatories.filter(({ id }) => id !== gone?.signatoryId),
    };
    expect(await verdictOf(left, [...draftsOf(evidence), destroyed])).toMatchObject({
      kind: 'whole',
      receipts: 6,
      destroyed: 1,
    });
  });
});

describe('a receipt', () => {
  it('with any field changed is named, by both', async () => {
    const lines = await bundleLines(evidence);
    const files = placesOf(lines, 'receipt').flatMap((at) => {
      const line = lines[at] ?? '';
      const receipt = (JSON.parse(line) as { receipt: Record<string, unknown> }).receipt;
      return Object.keys(receipt).flatMap((field) => [
        {
          at,
          file: put(
            lines,
            at,
            changedLine(line, (one) => ({ ...one, [field]: turned(one[field]) })),
          ),
        },
        {
          at,
          file: put(
            lines,
            at,
            changedLine(line, ({ [field]: _gone, ...rest }) => rest),
          ),
        },
      ]);
    });
    expect(files.length).toBeGreaterThan(150);
    verdictsOf(files.map(({ file }) => text(file))).forEach((verdict, n) =>
      expect(verdict).toMatchObject({ kind: 'broken', line: (files[n]?.at ?? 0) + 1 }),
    );
  });

  it('made anew with its commitment, in a bundle sealed anew, is not the one in the ledger', async () => {
    const drafts = draftsOf(evidence);
    const changes: ((receipt: Receipt) => object)[] = [
      () => ({ typedName: 'Somebody Else' }),
      () => ({ at: '2026-09-02T09:00:00.000Z' }),
      () => ({ person: { tenantId: 't', objectId: 'somebody' } }),
      () => ({
        how: { kind: 'on-behalf', on: 'paper', recordedBy: { tenantId: 't', objectId: 'h' }, witness: 'W', place: 'P' },
      }),
      () => ({ salt: '0'.repeat(32) }),
      () => ({ name: 'Ola  Wrona' }),
    ];
    for (const change of changes)
      expect(await verdictOf(withReceipt(0, change), drafts)).toMatchObject({
        kind: 'broken',
        what: 'SG-7KQ0-M',
        entry: 3,
      });
    expect(
      await verdictOf(
        withReceipt(0, () => ({ id: 'SG-NEW2-M' })),
        drafts,
      ),
    ).toMatchObject({ what: 'SG-NEW2-M' });
  });

  it('that binds other words, or other statements, is found where it stands', async () => {
    const drafts = draftsOf(evidence);
    const other = evidence.receipts[5]?.document;
    const bound = [
      () => ({ document: other }),
      () => ({ statementsHash: evidence.receipts[5]?.statementsHash }),
      ({ document }: Receipt) => ({ document: { ...document, hash: 'b'.repeat(64) } }),
      ({ document }: Receipt) => ({ document: { ...document, version: '3.2' } }),
      () => ({ campaignId: evidence.campaigns[1]?.id }),
      () => ({ signatoryId: evidence.signatories[6]?.id }),
    ];
    for (const change of bound) {
      const verdict = await verdictOf(withReceipt(0, change), drafts);
      expect(verdict).toMatchObject({ kind: 'broken', what: 'SG-7KQ0-M' });
      expect(verdict).not.toHaveProperty('entry');
    }
  });

  it('dropped, doubled or swapped is found, in a bundle sealed anew too', async () => {
    const lines = await bundleLines(evidence);
    const places = placesOf(lines, 'receipt');
    const files = places.flatMap((at, n) => {
      const other = places[(n + 1) % places.length] ?? 0;
      return [
        text(lines.filter((_, index) => index !== at)),
        text([...lines.slice(0, at + 1), ...lines.slice(at)]),
        text(put(put(lines, at, lines[other] ?? ''), other, lines[at] ?? '')),
      ];
    });
    for (const verdict of verdictsOf(files)) expect(verdict.kind).toBe('broken');
    const drafts = draftsOf(evidence);
    const { receipts } = evidence;
    for (let at = 0; at < receipts.length; at += 1) {
      const without = { ...evidence, receipts: receipts.filter((_, n) => n !== at) };
      expect(await verdictOf(without, drafts)).toMatchObject({ kind: 'broken', what: receipts[at]?.id, entry: at + 3 });
    }
    const twice = { ...evidence, receipts: [...receipts, ...receipts.slice(0, 1)] };
    expect(await verdictOf(twice, drafts)).toMatchObject({ kind: 'broken', what: 'SG-7KQ0-M' });
    const [first] = receipts;
    expect(await verdictOf(evidence, first ? [...drafts, signedEntry(first)] : [])).toMatchObject({
      what: 'SG-7KQ0-M',
    });
  });
});

describe('what was signed', () => {
  it('with one word changed is found at the first receipt that binds it', async () => {
    const lines = await bundleLines(evidence);
    const words = placesOf(lines, 'words').map((at) => {
      const line = lines[at] ?? '';
      return put(lines, at, line.replace('lock', 'unlock').replace('KCSIE', 'KCSIE 2025'));
    });
    const statements = placesOf(lines, 'campaign').map((at) =>
      put(lines, at, (lines[at] ?? '').replace('I have', 'I have not')),
    );
    const verdicts = verdictsOf([...words, ...statements].map(text));
    const firsts = ['SG-7KQ0-M', 'SG-7KQ5-M', 'SG-7KQ0-M', 'SG-7KQ5-M'];
    expect(verdicts).toMatchObject(firsts.map((what) => ({ kind: 'broken', what })));
  });

  it('that is missing, or stands for a policy of another school, is found', async () => {
    const drafts = draftsOf(evidence);
    expect(await verdictOf({ ...evidence, words: evidence.words.slice(1) }, drafts)).toMatchObject({
      what: 'SG-7KQ0-M',
    });
    expect(await verdictOf({ ...evidence, campaigns: evidence.campaigns.slice(1) }, drafts)).toMatchObject({
      kind: 'broken',
    });
    const [one, ...rest] = evidence.campaigns;
    const elsewhere = { ...evidence, campaigns: one ? [{ ...one, schoolId: 'other' }, ...rest] : [] };
    expect(await verdictOf(elsewhere, drafts)).toMatchObject({ kind: 'broken', what: one?.id });
  });
});

describe('what stands in no ledger', () => {
  it('is held by the seal: a state, a reason, a name, whose bundle it is', async () => {
    const lines = await bundleLines(evidence);
    const [signatory = 0] = placesOf(lines, 'signatory');
    const [campaign = 0] = placesOf(lines, 'campaign');
    const line = (at: number) => lines[at] ?? '';
    const files = [
      put(lines, signatory + 3, line(signatory + 3).replace('on leave', 'ill')),
      put(lines, signatory, line(signatory).replace('Ola', 'Olga')),
      put(
        lines,
        signatory,
        changedLine(line(signatory), (one) => ({ ...one, state: 'left' })),
      ),
      put(
        lines,
        campaign,
        changedLine(line(campaign), (one) => ({ ...one, dueOn: '2026-12-01' })),
      ),
      put(lines, 0, line(0).replace('Marlow Bridge School', 'Another School')),
      put(lines, 0, line(0).replace('"kind":"school"', '"kind":"person","name":"x"')),
      lines.slice(0, -1),
      [...lines, lines.at(-1) ?? ''],
    ].map(text);
    for (const verdict of verdictsOf(files)) expect(verdict).toMatchObject({ kind: 'broken' });
    const says = put(
      lines,
      signatory + 3,
      changedLine(line(signatory + 3), (one) => ({ ...one, state: 'signed' })),
    );
    expect(verdictsOf([text(says)])[0]).toMatchObject({ kind: 'broken', line: signatory + 4 });
  });

  it('and a bundle sealed by somebody else are found', async () => {
    const lines = await bundleLines(evidence);
    const forged = await bundleLines(evidence, draftsOf(evidence), otherSigner);
    const [verdict] = verdictsOf([text([...lines.slice(0, -1), forged.at(-1) ?? ''])]);
    expect(verdict).toMatchObject({ kind: 'broken', line: lines.length });
  });

  it('a ledger of another school or class is not taken for this one', async () => {
    const lines = await bundleLines(evidence);
    const drafts = draftsOf(evidence).map((draft) => ({ ...draft, schoolId: 'other' }));
    await expect(bundleLines(evidence, drafts)).resolves.toBeDefined();
    const other = await bundleLines({ ...evidence, schoolId: 'other' }, drafts);
    const mixed = [...lines.slice(0, placesOf(lines, 'export')[0]), ...other.slice(placesOf(other, 'export')[0])];
    expect(verdictsOf([text(mixed)])[0]).toMatchObject({ kind: 'broken' });
  });
});

describe('odd lines and bytes', () => {
  it('are judged alike by both', async () => {
    const lines = await bundleLines(evidence);
    const [head = '', ...rest] = lines;
    const [receipt = 0] = placesOf(lines, 'receipt');
    const odd = [
      '',
      'null',
      '{}',
      '[]',
      '{"words":null}',
      '{"words":[]}',
      '{"campaign":{}}',
      '{"receipt":{"id":7}}',
      '{"receipt":{"id":"x"}}',
      '{"receipt":{"campaignId":"CA-7KQ2-M","id":"x","schoolId":"marlow-bridge"}}',
      '{"signatory":{"campaignId":{},"id":"x","schoolId":"marlow-bridge"}}',
      '{"seal":{}}',
      '{"evidence":{}}',
      '{"words":{"a":1.5}}',
      '{"words":{"a":1e400}}',
      '{"words":{"a":9007199254740993}}',
      '{"words":{"a":-0}}',
      '{"words":{"a":"\\ud800"}}',
      '{"words":{"b":1,"a":2}}',
      head,
    ];
    const files = odd.flatMap((line) => [
      text([line, ...rest]),
      text([head, line, ...rest]),
      text([...lines.slice(0, receipt + 1), line, ...lines.slice(receipt + 1)]),
      text([...lines, line]),
    ]);
    const bundles = [...files, text(lines).slice(0, -200)];
    const verdicts = verdictsOf(bundles);
    // the first line again in the first line's place is the bundle itself
    expect(verdicts.filter(({ kind }) => kind === 'whole')).toHaveLength(1);
  });

  it(`changed at ${cycles} random places are found, but for white space at the end of a line`, async () => {
    const bytes = Buffer.from(text(await bundleLines(evidence)));
    const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
    let state = seed;
    const random = (limit: number) => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 8) % limit;
    const sample: Buffer[] = [];
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const changed = Buffer.from(bytes);
      const at = random(bytes.length);
      changed[at] = (changed[at] ?? 0) ^ (1 + random(255));
      const { kind } = verifyEvidence([...fileLines(changed)]);
      if (kind === 'whole') expect(withoutEnds(changed), `seed ${seed}, byte ${at}`).toBe(withoutEnds(bytes));
      if (sample.length < pythonSample) sample.push(changed);
    }
    for (let from = 0; from < sample.length; from += 500) verdictsOf(sample.slice(from, from + 500));
  }, 3_600_000);
});

function withoutEnds(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .split('\n')
    .map((line) => line.replace(/[ \t\r]+$/, ''))
    .join('\n')
    .trimEnd();
}

/** The same kind of value with another content. */
function turned(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('a') ? `b${value.slice(1)}` : `a${value.slice(1)}`;
  if (typeof value !== 'object' || value === null) return 1;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([name, one], at) => [name, at === entries.length - 1 ? turned(one) : one]));
}
