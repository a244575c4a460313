import { existsSync, readFileSync, statSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { toServerExport } from '../../src/domain/incidents/export-on-server.ts';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { openKeys } from '../../src/keys/open-keys.ts';
import { openStores, type StoresPlace } from '../../src/storage/open-stores.ts';
import { recordExport } from '../../src/storage/record-export.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { dealtWith, schoolId, storeReport } from '../domain/records/sample-records.ts';
import { readPdf } from '../sheets/read-pdf.ts';
import { findPostgres, startPostgresServer, type PostgresServer } from '../support/postgres-server.ts';
import { runCommand } from './run-command.ts';
import { openStoreSettings } from './store-settings.ts';

const id = 'SR-7KQ2-Z';
const by = ['--by', 'Callum Price'];
const bin = findPostgres();
let folder: string;
let settings: Awaited<ReturnType<typeof openStoreSettings>>;
let bot: Stores | undefined;
let server: PostgresServer | undefined;
beforeAll(async () => {
  if (bin) server = await startPostgresServer(bin);
  else console.log('not run: exports from PostgreSQL, because PostgreSQL is not installed');
});
afterAll(() => server?.remove());
beforeEach(async () => {
  settings = await openStoreSettings();
  ({ folder } = settings);
});
afterEach(async () => {
  await bot?.close();
  bot = undefined;
  await settings.remove();
});

const lowdb = (): StoresPlace => ({ dataDir: join(folder, 'data') });
async function fill(place: StoresPlace): Promise<void> {
  if (place.databaseUrl) vi.stubEnv('DATABASE_URL', place.databaseUrl);
  const { sealer } = await openKeys(join(folder, 'keys.json'));
  const stores = await openStores(place);
  await storeReport(stores, sealer, { id, sentAt: '2026-11-24T10:00:00.000Z', steps: dealtWith });
  await stores.close();
}
async function eventsIn(place: StoresPlace) {
  const stores = bot ?? (await openStores(place));
  const events = (await stores.incidents.find(schoolId, id))?.events ?? [];
  const head = await stores.ledger.head({ schoolId, chain: 'reports' });
  if (!bot) await stores.close();
  return { events, ledger: head?.seq };
}

describe('staffroom report export', () => {
  it.each(['no bot runs', 'a bot has the store', 'the records are in PostgreSQL'])(
    'writes the PDF and the data, and records who took them out, when %s',
    async (when) => {
      if (when.includes('PostgreSQL') && !server) return;
      const place = when.includes('PostgreSQL') ? { dataDir: '', databaseUrl: await server?.openEmpty() } : lowdb();
      await fill(place);
      if (when === 'a bot has the store') bot = await openStores(place);
      const pdf = join(folder, 'report.pdf');
      const { code, stdout, stderr } = await runCommand(
        'report',
        'export',
        id.toLowerCase(),
        '--pdf',
        pdf,
        '--json',
        ...by,
      );
      expect({ code, stderr }).toEqual({ code: 0, stderr: `${id} was taken out; the report says so.\n` });
      const data = JSON.parse(stdout) as { events: { kind: string; text?: string }[] };
      expect(data).toMatchObject({ reference: id, answers: { seen: 'Jamie Dray cried' } });
      expect(data.events.at(-1)).toMatchObject({
        kind: 'exported',
        facts: { as: 'pdf and json' },
        text: 'By Callum Price',
      });
      expect(statSync(pdf).mode & 0o777).toBe(0o600);
      const text = (await readPdf(readFileSync(pdf))).pages.join('');
      for (const words of ['Jamie Dray cried', 'Rang the mother', 'It was exported on the server', 'By Callum Price'])
        expect(text).toContain(words);
      const { events, ledger } = await eventsIn(place);
      expect(events.at(-1)).toMatchObject({ kind: 'exported', seq: 6 });
      expect(events).toHaveLength(6);
      expect(JSON.stringify(events)).not.toContain('Callum');
      expect(ledger).toBe(6);
      if (place.dataDir) expect((await readdir(place.dataDir)).filter((name) => name.includes('request'))).toEqual([]);
    },
  );

  it.each([
    ['an unknown reference', ['SR-AAAA-9', '--json', ...by], 2, /reference|no report/],
    ['a mistyped reference', ['SR-7KQ2-A', '--json', ...by], 2, /no reference/],
    ['neither a PDF nor data', [id, ...by], 1, /--pdf FILE, --json/],
    ['no name', [id, '--json', '--by', ' '], 1, /--by NAME/],
    ['a folder that is not there', [id, '--pdf', '/nowhere/at/all.pdf', ...by], 1, /ENOENT.*Nothing was given out/],
  ])('gives nothing out and records nothing with %s', async (_name, args, exit, why) => {
    await fill(lowdb());
    const { code, stdout, stderr } = await runCommand('report', 'export', ...args);
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
    expect(stderr).toMatch(why);
    expect((await eventsIn(lowdb())).events).toHaveLength(5);
  });

  it('overwrites no file', async () => {
    await fill(lowdb());
    const pdf = join(folder, 'report.pdf');
    await writeFile(pdf, 'mine');
    expect(await runCommand('report', 'export', id, '--pdf', pdf, ...by)).toMatchObject({ code: 1 });
    expect(readFileSync(pdf, 'utf8')).toBe('mine');
    expect((await eventsIn(lowdb())).events).toHaveLength(5);
  });

  it('leaves no file where the report cannot be opened', async () => {
    await fill(lowdb());
    await rm(join(folder, 'keys.json'));
    await createKeyFile(join(folder, 'keys.json'), newKeyRing(new Date()));
    const pdf = join(folder, 'report.pdf');
    const { code, stderr } = await runCommand('report', 'export', id, '--pdf', pdf, ...by);
    expect(code).toBe(1);
    expect(stderr).toContain('cannot be opened');
    expect(existsSync(pdf)).toBe(false);
  });

  it('records nothing of an export that something else came before', async () => {
    await fill(lowdb());
    const { sealer } = await openKeys(join(folder, 'keys.json'));
    const stores = await openStores(lowdb());
    const incident = await stores.incidents.find(schoolId, id);
    if (!incident) throw new Error('the report is missing');
    const taken = await toServerExport(sealer, incident, { by: 'A', as: 'pdf', at: '2026-11-28T10:00:00.000Z' });
    await stores.close();
    expect(await recordExport(lowdb(), { ...taken, seen: 3 })).toBe('overtaken');
    bot = await openStores(lowdb());
    expect(await recordExport(lowdb(), { ...taken, seen: 3 })).toBe('overtaken');
    expect(await recordExport(lowdb(), taken)).toBe('recorded');
    expect(await recordExport(lowdb(), { ...taken, id: 'SR-NONE' })).toBe('not-found');
    expect((await eventsIn(lowdb())).events).toHaveLength(6);
  });
});
