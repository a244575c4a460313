import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { readBackup, writeBackup } from '../../src/backup/backup-format.ts';
import { makeBackup } from '../../src/backup/make-backup.ts';
import { openBackup } from '../../src/backup/open-backup.ts';
import { restoreContent } from '../../src/backup/restore-content.ts';
import { tryRestore } from '../../src/backup/try-restore.ts';
import type { StoreContent } from '../../src/storage/store-content.ts';
import { act, at, delivery, entryDraft, person, question } from '../storage/sample-facts.ts';
import { openFileStores } from '../storage/open-file-stores.ts';
import { createMemoryStores } from '../support/memory-stores.ts';
import { createRandom } from '../support/random.ts';
import { fullContent, owedDeliveries, publicKeys } from './full-content.ts';

const now = new Date('2026-11-20T12:00:00.000Z');
const options = { now, publicKeys };
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staffroom-test-'));
  file = join(folder, 'one.backup');
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

const storeOf = (content: StoreContent) => ({ exportAll: () => Promise.resolve(content) });

/** A backup whose hash is right again after its text was changed. */
function rehashed(text: string, change: (lines: string[]) => string[]): Buffer {
  const body = `${change(text.trimEnd().split('\n').slice(0, -1)).join('\n')}\n`;
  return Buffer.from(`${body}{"sha256":"${createHash('sha256').update(body).digest('hex')}"}\n`);
}

describe('A backup', () => {
  test('holds every row, is its owner’s alone, and leaves nothing else behind', async () => {
    const content = fullContent();
    expect(await makeBackup(storeOf(content), file, options)).toMatchObject({ kind: 'made', chains: 2 });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['one.backup']);
    expect(await openBackup(file, publicKeys)).toMatchObject({ kind: 'whole', madeAt: now.toISOString(), content });
  });

  test('says in its first line that the keys are not in it', async () => {
    await makeBackup(storeOf(fullContent(1)), file, options);
    const [first = ''] = (await readFile(file, 'utf8')).split('\n');
    expect(JSON.parse(first)).toMatchObject({
      note: expect.stringContaining('The keys are not in this file') as string,
    });
  });

  test('is never written over another file', async () => {
    await writeFile(file, 'something else');
    expect(await makeBackup(storeOf(fullContent(1)), file, options)).toEqual({ kind: 'exists' });
    expect(await readFile(file, 'utf8')).toBe('something else');
  });

  test('is not made of a store whose ledger does not hold', async () => {
    const content = fullContent(5);
    const entries = content.entries.map((entry) => (entry.seq === 4 ? { ...entry, at: at(1) } : entry));
    expect(await makeBackup(storeOf({ ...content, entries }), file, options)).toMatchObject({ kind: 'broken' });
    expect(await readdir(folder)).toEqual([]);
  });

  test('taken while others write is consistent: each chain holds and each question has its entry and its delivery', async () => {
    const stores = await openFileStores();
    let stopped = false;
    const write = async (from: number) => {
      for (let n = from; !stopped; n += 4) {
        const owed = [delivery(n, { to: person(n) })];
        await stores.questions.submit(act(n), question(n), { owed, entries: [entryDraft(n)] });
      }
    };
    const writing = [0, 1, 2, 3].map(write);
    const counts: number[] = [];
    for (let n = 0; n < 5; n++) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      const one = join(folder, `${n}.backup`);
      expect(await makeBackup(stores.transfer, one, options)).toMatchObject({ kind: 'made' });
      const opened = await openBackup(one, publicKeys);
      if (opened.kind !== 'whole') throw new Error(opened.why);
      const { questions, deliveries, entries, acts } = opened.content;
      expect([deliveries.length, entries.length, acts.length / 2]).toEqual(Array(3).fill(questions.length));
      counts.push(questions.length);
    }
    stopped = true;
    await Promise.all(writing);
    expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? 0);
  });
});

describe('A backup of the first format', () => {
  const older = (change: (rows: object) => object) => async () => {
    const text = (await writeBackup(fullContent(3), now)).toString();
    const tables = ['drafts', 'reports', 'reportEvents', 'places', 'absences'];
    return rehashed(text, ([head = '', ...lines]) => {
      const { rows, ...rest } = JSON.parse(head) as { rows: Record<string, number> };
      const kept = Object.fromEntries(Object.entries(rows).filter(([name]) => !tables.includes(name)));
      const first = { ...rest, format: 'staffroom-backup-1', rows: change(kept) };
      return [JSON.stringify(first), ...lines.filter((line) => !tables.some((name) => line.startsWith(`["${name}"`)))];
    });
  };

  test('is read, with nothing in the tables that came later', async () => {
    const read = await readBackup(await older((rows) => rows)());
    if (read.kind !== 'read') throw new Error(read.why);
    const { questions, reports, absences } = read.content;
    expect({ questions, reports, absences }).toEqual({
      questions: fullContent(3).questions,
      reports: [],
      absences: [],
    });
  });

  test('is refused when its first line counts otherwise', async () => {
    const { kind } = await readBackup(await older((rows) => ({ ...rows, gaps: 2 }))());
    expect(kind).toBe('refused');
  });
});

describe('A damaged backup', () => {
  test('is refused wherever it was cut off', async () => {
    const bytes = await writeBackup(fullContent(20), now);
    const random = createRandom(1);
    for (const length of [
      0,
      1,
      50,
      bytes.length - 1,
      ...Array.from({ length: 100 }, () => random.below(bytes.length)),
    ]) {
      expect((await readBackup(bytes.subarray(0, length))).kind, `${length} bytes`).toBe('refused');
    }
  });

  test('is refused whichever bit was flipped', async () => {
    const bytes = await writeBackup(fullContent(5), now);
    const random = createRandom(2);
    for (let n = 0; n < 500; n++) {
      const place = random.below(bytes.length);
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(place) ^ (1 << random.below(8)), place);
      expect((await readBackup(flipped)).kind, `byte ${place}`).toBe('refused');
    }
  });

  test('of the format before is read like one of this', async () => {
    const text = (await writeBackup(fullContent(1), now)).toString();
    const older = rehashed(text, (lines) =>
      lines.map((line) => line.replace('staffroom-backup-6', 'staffroom-backup-1').replace(',"waiting":true', '')),
    );
    const { lease } = owedDeliveries().find(({ state }) => state === 'sending') ?? {};
    const read = await readBackup(older);
    if (read.kind !== 'read') throw new Error(read.why);
    expect(read.content.deliveries.find(({ state }) => state === 'sending')?.lease).toEqual({
      holder: lease?.holder,
      until: lease?.until,
    });
  });

  test('of another format is refused, and the sentence says so', async () => {
    const text = (await writeBackup(fullContent(1), now)).toString();
    const later = rehashed(text, (lines) =>
      lines.map((line) => line.replace('staffroom-backup-6', 'staffroom-backup-7')),
    );
    expect(await readBackup(later)).toMatchObject({ why: expect.stringContaining('another version') as string });
    expect(await readBackup(Buffer.from('{"version":2}\n'))).toMatchObject({
      why: expect.stringContaining('no backup') as string,
    });
  });

  test.each<[string, (lines: string[]) => string[]]>([
    ['a row is missing', (lines) => lines.slice(0, -1)],
    ['a row is of no known table', (lines) => [...lines, '["secrets",{}]']],
    ['a row lacks a part', (lines) => lines.map((line) => line.replace(/^(\["gaps",\{)"id":"SG-1",/, '$1'))],
    ['a row is no JSON', (lines) => lines.with(3, '["acts",')],
    ['there is an empty line', (lines) => [...lines, '']],
  ])('with a right hash is refused when %s', async (_what, change) => {
    const text = (await writeBackup(fullContent(3), now)).toString();
    expect(await readBackup(rehashed(text, (lines) => lines))).toMatchObject({ kind: 'read' });
    expect(await readBackup(rehashed(text, change))).toMatchObject({ kind: 'refused' });
  });

  test.each<[string, (content: StoreContent) => StoreContent]>([
    ['an entry is missing', (c) => ({ ...c, entries: c.entries.filter(({ seq }) => seq !== 2) })],
    ['a tail is missing', (c) => ({ ...c, entries: c.entries.filter(({ seq }) => seq < 90) })],
    [
      'a fact was changed',
      (c) => ({ ...c, entries: c.entries.map((e) => ({ ...e, facts: { ...e.facts, urgent: true } })) }),
    ],
    ['a checkpoint stands nowhere', (c) => ({ ...c, checkpoints: c.checkpoints.map((one) => ({ ...one, seq: 104 })) })],
    ['a signature was changed', (c) => ({ ...c, checkpoints: c.checkpoints.map((one) => ({ ...one, at: at(1) })) })],
    ['a row is there twice', (c) => ({ ...c, gaps: [...c.gaps, ...c.gaps] })],
  ])('written anew with a right hash is refused when %s', async (_what, change) => {
    await writeFile(file, await writeBackup(change(fullContent(103)), now));
    expect(await openBackup(file, publicKeys)).toMatchObject({ kind: 'refused' });
    expect(await tryRestore(file, options)).toMatchObject({ kind: 'bad' });
  });
});

describe('A restored store', () => {
  test('has nothing left to send, and keeps what had ended', async () => {
    const { transfer, deliveries } = createMemoryStores();
    const content = fullContent(3);
    expect(await restoreContent(transfer, content, now)).toEqual({ kind: 'restored', held: 14 });
    const later = new Date('2027-11-20T12:00:00.000Z').toISOString();
    expect(await deliveries.claim(later, { limit: 100, leaseMs: 1000, holder: 'x' })).toEqual([]);
    expect(await deliveries.held()).toEqual([]);
    expect((await deliveries.summary()).counts).toMatchObject({
      pending: 0,
      sending: 0,
      sent: 1,
      refused: 1,
      unknown: 15,
    });
    for (const owed of owedDeliveries()) {
      const held = await deliveries.find(owed.key);
      expect(held?.attempts.at(-1)).toEqual({ at: now.toISOString(), outcome: 'ambiguous', code: 'restored' });
      expect(held).toMatchObject({ state: 'unknown', createdAt: owed.createdAt });
      expect(held?.lease).toBeUndefined();
    }
  });

  test('may come from a time of other signing keys: their checkpoints are counted, the chains hold all the same', async () => {
    const content = fullContent(103);
    await makeBackup(storeOf(content), file, options);
    expect(await openBackup(file, new Map())).toMatchObject({
      kind: 'whole',
      checked: { unknownSignatures: content.checkpoints.length },
    });
  });

  test('can be tried in a temporary store, of which nothing is left', async () => {
    await makeBackup(storeOf(fullContent()), file, options);
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('staffroom-backup-'));
    expect(await tryRestore(file, options)).toEqual({ kind: 'good' });
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('staffroom-backup-'))).toEqual(before);
  });
});
