import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { appendEntry } from '../../src/domain/ledger/append-entry.ts';
import type { LedgerEntry } from '../../src/domain/ledger/entry.ts';
import { projectRoot } from '../../src/project-root.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { readMigrations } from '../../src/storage/postgres/migrate.ts';
import { buildEntry } from '../support/build-entry.ts';
import { findPostgres, startPostgresServer, type PostgresServer } from '../support/postgres-server.ts';
import { act, delivery, person, question, schoolId } from './sample-facts.ts';

const bin = findPostgres();
const chain = { schoolId, chain: 'questions' } as const;
/** A run with CYCLES set takes its time. */
const appends = process.env.CYCLES ? 20_000 : 2_000;

describe.skipIf(!bin)('four instances on a PostgreSQL server (not run where PostgreSQL is not installed)', () => {
  let server: PostgresServer;
  let worker: string;

  beforeAll(async () => {
    server = await startPostgresServer(bin ?? '');
    worker = await buildEntry('test/support/postgres-worker.ts');
  });
  afterAll(async () => {
    await server.remove();
  });

  /** Lets four processes do one work at the same moment; gives what each of them made. */
  async function runFour(url: string, work: string, times = 0): Promise<string[][]> {
    const instances = Array.from({ length: 4 }, (_, n) => {
      const args = [worker, url, work, String(n + 1), String(times)];
      const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
      onTestFinished(() => void child.kill());
      const ended = once(child, 'exit');
      return { child, ended, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
    });
    for (const { lines } of instances) expect((await lines.next()).value).toBe('ready');
    for (const { child } of instances) child.stdin.write('go\n');
    return Promise.all(
      instances.map(async ({ lines, ended }) => {
        const made = JSON.parse(String((await lines.next()).value)) as string[];
        expect(await ended).toEqual([0, null]);
        return made;
      }),
    );
  }

  async function openAt(url: string) {
    const stores = await openStores({ dataDir: '', databaseUrl: url });
    onTestFinished(() => stores.close());
    return stores;
  }

  async function allEntries(url: string): Promise<LedgerEntry[]> {
    const { ledger } = await openAt(url);
    const entries: LedgerEntry[] = [];
    for (let page = await ledger.entries(chain, 1, 5000); page.length > 0;) {
      entries.push(...page);
      page = await ledger.entries(chain, entries.length + 1, 5000);
    }
    return entries;
  }

  test('make the tables once, when all start on an empty database', { timeout: 60_000 }, async () => {
    const url = await server.openEmpty();
    await runFour(url, 'nothing');
    const known = await readMigrations(join(projectRoot, 'src/storage/postgres/migrations'));
    const applied = await server.administer('select name from migrations order by name', url);
    expect(applied).toEqual(known.map(({ name }) => ({ name })));
  });

  test('1,000 equal submissions at once have one effect', { timeout: 60_000 }, async () => {
    const url = await server.openEmpty();
    const ids = (await runFour(url, 'the same act', 250)).flat();
    expect(ids).toHaveLength(1000);
    expect(new Set(ids).size).toBe(1);
    const [counts] = await server.administer(
      `select (select count(*)::integer from questions) as questions, (select count(*)::integer from deliveries) as deliveries,
         (select count(*)::integer from ledger_entries) as entries, (select count(*)::integer from acts) as names`,
      url,
    );
    expect(counts).toEqual({ questions: 1, deliveries: 1, entries: 1, names: 2 });
  });

  test('a chain to which all append has neither fork nor gap', { timeout: 600_000 }, async () => {
    const url = await server.openEmpty();
    const made = (await runFour(url, 'acts of its own', appends / 4)).flat();
    expect(new Set(made).size).toBe(appends);
    const entries = await allEntries(url);
    expect(entries).toHaveLength(appends);
    let head: LedgerEntry | undefined;
    for (const entry of entries) {
      const expected = appendEntry(head, entry);
      if (entry.hash !== expected.hash) expect(entry).toEqual(expected);
      head = entry;
    }
    expect(new Set(entries.map(({ facts }) => facts.reference))).toEqual(new Set(made));
  });

  test('hand out each delivery once, and to one person one at a time', { timeout: 60_000 }, async () => {
    const url = await server.openEmpty();
    const { questions, deliveries } = await openAt(url);
    const owed = Array.from({ length: 600 }, (_, n) => delivery(n, { to: person(n % 200) }));
    await questions.submit(act(1), question(1), { owed, entries: [] });
    const keys = (await runFour(url, 'claims')).flat();
    expect(new Set(keys).size).toBe(keys.length);
    // Nothing was settled, so that of each of the 200 people the oldest is out and nothing else.
    expect(new Set(keys)).toEqual(new Set(owed.slice(0, 200).map(({ key }) => key)));
    expect((await deliveries.summary()).counts).toMatchObject({ sending: 200, pending: 400 });
  });
});
