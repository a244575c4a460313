import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { retentionTable } from '../../src/domain/records/retention-table.ts';
import { openKeys } from '../../src/keys/open-keys.ts';
import { projectRoot } from '../../src/project-root.ts';
import { openStores, type StoresPlace } from '../../src/storage/open-stores.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { dealtWith, schoolId, storeReport } from '../domain/records/sample-records.ts';
import { findPostgres, startPostgresServer, type PostgresServer } from '../support/postgres-server.ts';
import { runCommand } from './run-command.ts';
import { openStoreSettings } from './store-settings.ts';

const sentAt = '2026-03-02T09:00:00.000Z';
const bin = findPostgres();
let folder: string;
let settings: Awaited<ReturnType<typeof openStoreSettings>>;
let place: StoresPlace;
let bot: Stores | undefined;
let server: PostgresServer | undefined;
beforeAll(async () => {
  if (bin) server = await startPostgresServer(bin);
  else console.log('not run: retention on PostgreSQL, because PostgreSQL is not installed');
});
afterAll(() => server?.remove());
beforeEach(async () => {
  settings = await openStoreSettings();
  ({ folder } = settings);
});
afterEach(async () => {
  await bot?.close();
  bot = undefined;
  vi.useRealTimers();
  await settings.remove();
});

/** A store with one report whose time is over, one of abuse, one open. Returns the sealed texts of the first. */
async function fill(given: StoresPlace): Promise<string[]> {
  place = given;
  if (given.databaseUrl) vi.stubEnv('DATABASE_URL', given.databaseUrl);
  const { sealer } = await openKeys(join(folder, 'keys.json'));
  const stores = await openStores(given);
  const gone = await storeReport(stores, sealer, { id: 'SR-DUE', sentAt, steps: dealtWith });
  await storeReport(stores, sealer, { id: 'SR-FGM', sentAt, kind: 'fgm', steps: dealtWith });
  await storeReport(stores, sealer, { id: 'SR-OPEN', sentAt });
  await stores.close();
  return gone;
}
const dataDir = () => join(folder, 'data');
const on = (day: string) => void vi.useFakeTimers({ now: new Date(`${day}T10:00:00Z`), toFake: ['Date'] });
const isThere = async (id: string) => {
  const stores = bot ?? (await openStores(place));
  const found = await stores.incidents.find(schoolId, id);
  if (!bot) await stores.close();
  return found?.sealedReport !== '';
};

describe('staffroom retention', () => {
  it('lists, by reference and without a word, what would be destroyed and why the rest is kept; and changes nothing', async () => {
    await fill({ dataDir: dataDir() });
    on('2026-07-01');
    const { code, stdout } = await runCommand('retention', '--today', '2026-07-01');
    expect(code).toBe(0);
    expect(stdout).toContain('marlow-bridge: 3 reports have a text\n  to be destroyed: 1 (SR-DUE)\n');
    expect(stdout).toContain('kept, abuse, or about an adult of the school: never destroyed by itself: 1 (SR-FGM)');
    expect(stdout).toContain('kept, not closed: 1 (SR-OPEN)');
    expect(stdout).not.toMatch(/Jamie|Dray|fgm/);
    expect(await isThere('SR-DUE')).toBe(true);
  });

  it('prints JSON with the table of rules', async () => {
    await fill({ dataDir: dataDir() });
    on('2026-07-01');
    const { stdout } = await runCommand('retention', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      clock: 'first-run',
      applied: null,
      schools: [
        {
          school: schoolId,
          broadcasts: { destroy: [], kept: 0 },
          destroy: [],
          keep: [
            { reference: 'SR-DUE', why: 'clock', due: '2026-06-02T09:00:00.000Z' },
            { reference: 'SR-FGM', why: 'by-a-person' },
            { reference: 'SR-OPEN', why: 'open' },
          ],
        },
      ],
      rules: retentionTable,
    });
  });

  it('destroys nothing while the clock is not believed, until a person says what day it is', async () => {
    await fill({ dataDir: dataDir() });
    on('2026-07-01');
    const refused = await runCommand('retention', '--apply');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('add --today 2026-07-01') as string });
    const wrong = await runCommand('retention', '--apply', '--today', '2026-06-30');
    expect(wrong).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('it is 2026-07-01') as string });
    expect(await isThere('SR-DUE')).toBe(true);
  });

  it.each(['no bot runs', 'a bot has the store'])(
    'destroys what is due, in every file of the store, when %s',
    async (when) => {
      const gone = await fill({ dataDir: dataDir() });
      if (when === 'a bot has the store') bot = await openStores(place);
      on('2026-07-01');
      const { code, stdout } = await runCommand('retention', '--apply', '--today', '2026-07-01');
      expect(stdout).toContain('Destroyed: the texts of 1 report.');
      expect(code).toBe(0);
      expect([await isThere('SR-DUE'), await isThere('SR-FGM'), await isThere('SR-OPEN')]).toEqual([false, true, true]);
      const files = (await readdir(dataDir())).filter((name) => name.startsWith('staffroom.json'));
      expect(files).toHaveLength(3);
      for (const name of files) {
        const text = await readFile(join(dataDir(), name), 'utf8');
        for (const token of gone) expect(text).not.toContain(token);
      }
      expect((await readdir(dataDir())).filter((name) => name.includes('request'))).toEqual([]);
      on('2026-07-02');
      expect((await runCommand('retention', '--apply')).stdout).toContain('Destroyed: the texts of 0 reports.');
    },
  );

  it('destroys a report of abuse only when a person says so, that one alone, and keeps who and why', async () => {
    await fill({ dataDir: dataDir() });
    on('2026-07-01');
    const decided = ['--decided', 'SR-FGM', '--by', 'Helen Marsh', '--because', 'The limitation period is over'];
    const day = ['--today', '2026-07-01'];
    for (const incomplete of [
      ['--decided', 'SR-FGM'],
      decided.slice(0, 4),
      decided.slice(2),
      [...decided.slice(0, 5), ' '],
    ])
      expect(await runCommand('retention', '--apply', ...day, ...incomplete)).toMatchObject({ code: 2, stdout: '' });
    const open = await runCommand('retention', '--apply', ...day, '--decided', 'SR-OPEN', ...decided.slice(2));
    expect(open).toMatchObject({ code: 1, stderr: 'Nothing was destroyed: SR-OPEN is kept, not closed.\n' });
    const unknown = await runCommand('retention', '--apply', ...day, '--decided', 'SR-NONE', ...decided.slice(2));
    expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining('no report SR-NONE') as string });
    expect((await runCommand('retention', ...day, ...decided)).stdout).toContain('to be destroyed: 2 (SR-DUE SR-FGM)');
    expect([await isThere('SR-DUE'), await isThere('SR-FGM')]).toEqual([true, true]);

    const { code, stdout } = await runCommand('retention', '--apply', ...day, ...decided);
    expect(stdout).toContain('Destroyed: the texts of 1 report.');
    expect(code).toBe(0);
    expect([await isThere('SR-DUE'), await isThere('SR-FGM')]).toEqual([true, false]);
    const stores = await openStores(place);
    const found = await stores.incidents.find(schoolId, 'SR-FGM');
    expect(found?.events.at(-1)).toMatchObject({
      kind: 'shredded',
      facts: { by: 'Helen Marsh', because: 'The limitation period is over' },
    });
    const { entries } = await stores.transfer.exportAll();
    expect(JSON.stringify(entries)).not.toMatch(/Helen|limitation/);
    await stores.close();
  });

  it.skipIf(!bin)('destroys what is due on a PostgreSQL server while a bot serves', async () => {
    const gone = await fill({ dataDir: '', databaseUrl: (await server?.openEmpty()) ?? '' });
    bot = await openStores(place);
    on('2026-07-01');
    const { stdout } = await runCommand('retention', '--apply', '--today', '2026-07-01');
    expect(stdout).toContain('Destroyed: the texts of 1 report.');
    expect([await isThere('SR-DUE'), await isThere('SR-FGM')]).toEqual([false, true]);
    const dump = JSON.stringify(await bot.transfer.exportAll());
    for (const token of gone) expect(dump).not.toContain(token);
  });

  it('says when there is no store', async () => {
    expect(await runCommand('retention')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no store') as string,
    });
  });
});

it('the README has every row of the table', async () => {
  const readme = await readFile(join(projectRoot, 'README.md'), 'utf8');
  for (const { record, keep, source } of Object.values(retentionTable)) {
    expect(readme).toContain(`| ${record} | ${keep} | ${source} |`);
  }
});
