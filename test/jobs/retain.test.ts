import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { writeBackup } from '../../src/backup/backup-format.ts';
import { exportChain } from '../../src/domain/ledger/export-ledger.ts';
import { verifyExport } from '../../src/domain/ledger/verify-export.ts';
import { retainNow } from '../../src/jobs/retain.ts';
import { createSealer } from '../../src/keys/create-sealer.ts';
import { createSigner } from '../../src/keys/create-signer.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { createLog } from '../../src/log.ts';
import { projectRoot } from '../../src/project-root.ts';
import { createPostgresStores } from '../../src/storage/postgres/create-postgres-stores.ts';
import { migrate, readMigrations } from '../../src/storage/postgres/migrate.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import type { StorePorts } from '../../src/storage/stores.ts';
import { fileLines } from '../../src/tools/verify/file-lines.ts';
import { dealtWith, dsl, schoolId, storeReport, teacher, tenantId } from '../domain/records/sample-records.ts';
import { delivery } from '../storage/sample-facts.ts';
import { startPglite } from '../support/pglite-database.ts';
import { openSampleSchool } from '../support/sample-school.ts';

const start = Date.parse('2026-03-02T09:00:00.000Z');
const dayMs = 24 * 60 * 60 * 1000;
const ring = newKeyRing(new Date(start));
const sealer = createSealer(() => Promise.resolve(ring));
const sentAt = new Date(start).toISOString();
const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.log('not run: the independent verifier, because there is no python3');

let pglite: Awaited<ReturnType<typeof startPglite>>;
beforeAll(async () => void (pglite = await startPglite()));
afterAll(() => pglite.stop());

interface Opened {
  readonly stores: StorePorts;
  /** All that the store's own files, or a dump of it, hold. */
  readonly bytes: () => Promise<string>;
}

async function openInFile(): Promise<Opened> {
  const dataDir = await mkdtemp(join(tmpdir(), 'retain-'));
  const stores = await openStores({ dataDir });
  onTestFinished(async () => {
    await stores.close();
    await rm(dataDir, { recursive: true });
  });
  const bytes = async () => {
    const names = (await readdir(dataDir)).filter((name) => name !== 'lock');
    return (await Promise.all(names.map((name) => readFile(join(dataDir, name), 'utf8').catch(() => '')))).join('\n');
  };
  return { stores, bytes };
}

async function openInPostgres(): Promise<Opened> {
  const db = await pglite.openEmpty();
  await migrate(db, await readMigrations(join(projectRoot, 'src/storage/postgres/migrations')));
  const stores = createPostgresStores(db);
  return { stores, bytes: async () => JSON.stringify(await stores.transfer.exportAll()) };
}

/** The nights of a bot over that store, with what was logged. */
async function openNights({ stores }: Opened) {
  const shelf = await openSampleSchool();
  let now = new Date(start);
  let logged = '';
  const log = createLog('info', { write: (line: string) => void (logged += line) });
  const deps = { ...stores, sealer, shelf, timeZone: 'Europe/London', now: () => now, log };
  return {
    logged: () => logged,
    /** A run so many days after the start. */
    at: async (day: number) => {
      now = new Date(start + day * dayMs);
      await retainNow(deps);
    },
    /** A run every night. */
    async until(day: number, from = 1) {
      for (let night = from; night <= day; night++) await this.at(night);
    },
  };
}

const kinds = async ({ stores }: Opened, id: string) =>
  (await stores.incidents.find(schoolId, id))?.events.map(({ kind }) => kind);

describe.each([
  ['in a file', openInFile],
  ['on PostgreSQL', openInPostgres],
])('the nightly run over a store %s', (_, open) => {
  it('destroys every copy of what was written, and both verifiers find the ledger whole', async () => {
    const opened = await open();
    const { stores, bytes } = opened;
    const gone = await storeReport(stores, sealer, { id: 'SR-1', sentAt, steps: dealtWith });
    const kept = [
      ...(await storeReport(stores, sealer, { id: 'SR-2', sentAt, kind: 'disclosure', steps: dealtWith })),
      ...(await storeReport(stores, sealer, { id: 'SR-3', sentAt, steps: dealtWith.slice(0, 2) })),
    ];
    expect(gone).toHaveLength(3);
    const nights = await openNights(opened);
    await nights.until(91);
    for (const token of [...gone, ...kept]) expect(await bytes()).toContain(token);
    await nights.at(92);
    const left = await bytes();
    for (const token of gone) expect(left).not.toContain(token);
    for (const token of kept) expect(left).toContain(token);
    const backup = (await writeBackup(await stores.transfer.exportAll(), new Date(start + 92 * dayMs))).toString();
    for (const token of gone) expect(backup).not.toContain(token);

    expect(await kinds(opened, 'SR-1')).toEqual([
      'submitted',
      'acknowledged',
      'noted',
      'recorded',
      'closed',
      'shredded',
    ]);
    const name = { schoolId, chain: 'reports' } as const;
    const head = await stores.ledger.head(name);
    const signer = createSigner(ring);
    const lines: string[] = [];
    const options = { ledger: stores.ledger, name, head: head ?? { seq: 0, hash: '' }, now: new Date(start), signer };
    for await (const line of exportChain(options)) lines.push(line);
    expect(lines.join('\n')).toContain('report-shredded');
    const text = Buffer.from(`${lines.join('\n')}\n`);
    expect(verifyExport(fileLines(text), { witnesses: [] })).toMatchObject({ kind: 'whole' });
    if (hasPython) {
      const folder = await mkdtemp(join(tmpdir(), 'retain-export-'));
      onTestFinished(() => rm(folder, { recursive: true }));
      const file = join(folder, 'export.jsonl');
      await writeFile(file, text);
      const verdict = spawnSync('python3', [join(projectRoot, 'test/verifier/verify.py'), file], { encoding: 'utf8' });
      expect([verdict.status, verdict.stderr]).toEqual([0, '']);
    }
    expect(nights.logged()).not.toMatch(/Jamie|Dray|SR-1/);
  });

  it('destroys nothing by a clock that jumped ahead, was set back, or is new, and says so', async () => {
    const opened = await open();
    await storeReport(opened.stores, sealer, { id: 'SR-1', sentAt, steps: dealtWith });
    const isThere = async () => (await opened.stores.incidents.find(schoolId, 'SR-1'))?.sealedReport !== '';
    const first = await openNights(opened);
    await first.at(400); // there was no run before, and nothing to compare the clock with
    expect(await isThere()).toBe(true);
    await opened.stores.retention.saveMemos([{ name: 'run', at: new Date(start + 10 * dayMs).toISOString() }], []);
    const nights = await openNights(opened);
    for (const day of [400, 401, 10 * 365]) await nights.at(day);
    expect(await isThere()).toBe(true);
    expect(nights.logged()).toContain('clock-ahead');
    await nights.at(-20_000);
    expect(nights.logged()).toContain('clock-behind');
    await nights.until(91, 11);
    expect(await isThere()).toBe(true);
    await nights.at(92);
    expect(await isThere()).toBe(false);
  });

  it('leaves a report that somebody reopened while it was about to be destroyed', async () => {
    const opened = await open();
    await storeReport(opened.stores, sealer, { id: 'SR-1', sentAt, steps: dealtWith });
    const nights = await openNights(opened);
    await nights.until(91);
    const event = { kind: 'reopened', at: new Date(start + 91.5 * dayMs).toISOString(), by: dsl } as const;
    const { incidents } = opened.stores;
    const slow = Object.assign(Object.create(incidents) as typeof incidents, {
      all: async (school: string) => {
        const before = await incidents.all(school);
        await incidents.record(
          undefined,
          { schoolId, id: 'SR-1' },
          { seen: 5, events: [event] },
          { owed: [], entries: [] },
        );
        return before;
      },
    });
    await (await openNights({ ...opened, stores: { ...opened.stores, incidents: slow } })).at(92);
    expect((await incidents.find(schoolId, 'SR-1'))?.sealedReport).not.toBe('');
    expect((await kinds(opened, 'SR-1'))?.at(-1)).toBe('reopened');
  });

  it('forgets who left after 30 days in no roster and no school.yaml, unless something is owed to them', async () => {
    const opened = await open();
    const { persons, incidents } = opened.stores;
    const address = { tenantId, serviceUrl: 'https://smba.example/', conversationId: 'a:1', userId: 'u', botId: 'b' };
    const owing = { tenantId, objectId: 'still-owed' };
    for (const objectId of [dsl.objectId, teacher.objectId, 'leaver', 'back again', owing.objectId])
      await persons.rememberAddress({ ...address, objectId });
    await persons.bindUpn(tenantId, 'leaver@school.example', 'leaver');
    const team = {
      ...{ schoolId, tenantId, teamId: 't', teamName: 'Staff', serviceUrl: 's', conversationId: 'c' },
      connectedBy: dsl.objectId,
      connectedAt: sentAt,
      refreshedAt: sentAt,
    };
    const members = (...ids: string[]) => ids.map((objectId) => ({ objectId, name: objectId }));
    await persons.saveStaffTeam({ ...team, members: members(teacher.objectId) });
    await storeReport(opened.stores, sealer, { id: 'SR-9', sentAt });
    const owed = [delivery(1, { to: owing, createdAt: sentAt, notBefore: sentAt })];
    await incidents.record(undefined, { schoolId, id: 'SR-9' }, { seen: 1, events: [] }, { owed, entries: [] });
    const nights = await openNights(opened);
    await nights.until(20);
    await persons.saveRoster({
      ...team,
      members: members(teacher.objectId, 'back again'),
      refreshedAt: new Date(start + 20 * dayMs).toISOString(),
    });
    await nights.until(31, 21);
    const known = async () => (await persons.addresses()).map(({ objectId }) => objectId).sort();
    expect(await known()).toContain('leaver');
    await nights.at(32);
    expect(await known()).toEqual([dsl.objectId, teacher.objectId, 'back again', owing.objectId].sort());
    expect(await persons.boundUpns(tenantId)).toEqual(new Map());
    expect((await opened.stores.retention.memos()).map(({ name }) => name).sort()).toEqual([
      `left ${tenantId} ${owing.objectId}`,
      'run',
    ]);
  });
});

describe('a run that fails', () => {
  it('is logged without a word of a report and does not reject', async () => {
    const opened = await openInFile();
    const retention = { ...opened.stores.retention, sweep: () => Promise.reject(new Error('Jamie Dray')) };
    const nights = await openNights({ ...opened, stores: { ...opened.stores, retention } });
    await nights.at(1);
    expect(nights.logged()).toContain('not-retained');
    expect(nights.logged()).not.toContain('Jamie');
  });
});
