import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { verifyChain } from '../../src/domain/ledger/verify-chain.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { StoreError } from '../../src/storage/store-error.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { actNames } from '../../src/storage/act-names.ts';
import { findPostgres, startPostgresServer, type PostgresServer } from '../support/postgres-server.ts';
import { act, at, delivery, entryDraft, person, question, schoolId } from './sample-facts.ts';

const bin = findPostgres();
const chain = { schoolId, chain: 'questions' } as const;
/** A run with CYCLES set takes its time. */
const restarts = process.env.CYCLES ? 10 : 2;

const submit = ({ questions }: Stores, n: number) =>
  questions.submit(act(n), question(n), { owed: [delivery(n, { to: person(n) })], entries: [entryDraft(n)] });

/**
 * Submits without a pause, eight at a time over all stores, until it is stopped. A submission that was not saved is
 * sent again, as a person presses the button again.
 */
function startLoad(instances: readonly Stores[]) {
  const acknowledged: number[] = [];
  const refusals: unknown[] = [];
  const gapsMs: number[] = [];
  let lastAt = performance.now();
  let next = 0;
  let stopped = false;
  const one = async (stores: Stores) => {
    while (!stopped) {
      const n = ++next;
      for (let saved = false; !saved;) {
        try {
          await submit(stores, n);
          saved = true;
          acknowledged.push(n);
          gapsMs.push(performance.now() - lastAt);
          lastAt = performance.now();
        } catch (error) {
          refusals.push(error);
          await wait(50);
        }
      }
    }
  };
  const running = instances.flatMap((stores) => Array.from({ length: 8 / instances.length }, () => one(stores)));
  return {
    refusals,
    /** Gives what was acknowledged and the longest time without an acknowledgement. */
    async stop() {
      stopped = true;
      await Promise.all(running);
      return { acknowledged, longestMs: Math.max(...gapsMs) };
    },
  };
}

describe.skipIf(!bin)('a PostgreSQL server in trouble (not run where PostgreSQL is not installed)', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgresServer(bin ?? '');
  });
  afterAll(() => server.remove());

  async function openAt(url: string): Promise<Stores> {
    const stores = await openStores({ dataDir: '', databaseUrl: url });
    onTestFinished(() => stores.close());
    return stores;
  }
  async function openTwo() {
    const url = await server.openEmpty();
    return { url, instances: [await openAt(url), await openAt(url)] as const };
  }

  /** What was acknowledged is there, each once, with its delivery and its entry; and the chain holds. */
  async function expectWhole(url: string, stores: Stores, acknowledged: readonly number[]) {
    const rows = await server.administer(
      `select substr(q.id, 4)::integer as n from questions q
         join deliveries d on d.subject ->> 'questionId' = q.id
         join ledger_entries e on e.facts ->> 'reference' = q.id`,
      url,
    );
    const sorted = (numbers: readonly unknown[]) => numbers.map(Number).sort((a, b) => a - b);
    expect(sorted(rows.map(({ n }) => n))).toEqual(sorted(acknowledged));
    const verdict = await verifyChain(stores.ledger, chain, new Map());
    expect(verdict).toMatchObject({ kind: 'whole', head: { seq: acknowledged.length } });
  }
  const expectNotSaved = (errors: readonly unknown[]) => {
    for (const error of errors) expect(error).toMatchObject({ name: 'StoreError', kind: 'not-written' });
  };

  test(
    'loses nothing acknowledged when it is restarted at once under load, and serves again within 10 s',
    { timeout: 300_000 },
    async () => {
      const { url, instances } = await openTwo();
      const load = startLoad(instances);
      for (let n = 0; n < restarts; n++) {
        await wait(1_500);
        await server.restartAtOnce();
      }
      await wait(1_500);
      const { acknowledged, longestMs } = await load.stop();
      expectNotSaved(load.refusals);
      expect(acknowledged.length).toBeGreaterThan(20);
      expect(longestMs).toBeLessThan(10_000);
      await expectWhole(url, instances[0], acknowledged);
      console.info(
        `${acknowledged.length} acknowledged, ${load.refusals.length} refused, ${restarts} restarts, longest ${Math.round(longestMs)} ms`,
      );
    },
  );

  test('loses nothing acknowledged when its connections are ended under load', { timeout: 60_000 }, async () => {
    const { url, instances } = await openTwo();
    const load = startLoad(instances);
    for (let n = 0; n < 6; n++) {
      await wait(500);
      await server.administer(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'staffroom'`,
      );
    }
    const { acknowledged } = await load.stop();
    expectNotSaved(load.refusals);
    expect(acknowledged.length).toBeGreaterThan(20);
    await expectWhole(url, instances[0], acknowledged);
    console.info(`${acknowledged.length} acknowledged, ${load.refusals.length} refused, connections ended`);
  });

  test('read only: refuses changes as not saved, is read, and takes changes again by itself', async () => {
    const stores = await openAt(await server.openEmpty());
    await submit(stores, 1);
    await server.administer('alter system set default_transaction_read_only = on');
    await server.administer('select pg_reload_conf()');
    await expect.poll(() => stores.health()).toMatchObject({ serves: false, findings: [{ kind: 'not-written' }] });
    const refused = submit(stores, 2);
    await expect(refused).rejects.toMatchObject({ name: 'StoreError', kind: 'not-written' });
    await expect(refused).rejects.toThrow(/^Not saved: .*read only/);
    await expect(stores.persons.probe()).rejects.toBeInstanceOf(StoreError);
    expect(await stores.questions.find(schoolId, 'SQ-1')).toEqual(question(1));
    await server.administer('alter system reset default_transaction_read_only');
    await server.administer('select pg_reload_conf()');
    await expect.poll(() => stores.health()).toMatchObject({ serves: true, findings: [] });
    expect(await submit(stores, 2)).toEqual(question(2));
  });

  test(
    'stopped: says so at once and in one line, keeps asking, and serves when it is started',
    { timeout: 60_000 },
    async () => {
      const stores = await openAt(await server.openEmpty());
      await server.stopAtOnce();
      try {
        const asked = performance.now();
        const { serves, findings } = await stores.health();
        expect(serves).toBe(false);
        expect(findings.map(({ message }) => message)).toEqual([
          'The PostgreSQL server cannot be reached (ENOENT). Start it, or correct DATABASE_URL. Saving goes on by itself when it is back; what was not confirmed may be sent again and counts once.',
        ]);
        expect(performance.now() - asked).toBeLessThan(1_000);
        await expect(submit(stores, 1)).rejects.toMatchObject({ kind: 'not-written' });
        expect(performance.now() - asked).toBeLessThan(6_000);
        const started = server.start(); // on a busy machine it takes longer than anybody's patience
        const saved = () => submit(stores, 2).catch(() => undefined);
        await expect.poll(saved, { timeout: 30_000 }).toEqual(question(2));
        await started;
      } finally {
        await server.start().catch(() => undefined);
      }
      expect(await stores.health()).toMatchObject({ serves: true });
    },
  );

  test('a deadlock is sorted out and the change saved once', { timeout: 30_000 }, async () => {
    const url = await server.openEmpty();
    const stores = await openAt(url);
    const other = new Client({ connectionString: url });
    await other.connect();
    onTestFinished(() => other.end());
    await other.query('begin');
    await other.query('lock table ledger_entries in access exclusive mode');
    const saved = submit(stores, 1);
    await expect.poll(() => waitingForLock()).toBe(1);
    const [name] = actNames('question', act(1));
    const theirs = other.query('insert into acts (school_id, name, made, at) values ($1, $2, $3, $4)', [
      schoolId,
      name,
      'x',
      '2026-11-20T08:00:00Z',
    ]);
    expect((await theirs).rowCount).toBe(1); // ours was the one that had to give way
    await other.query('rollback');
    expect(await saved).toEqual(question(1));
    await expectWhole(url, stores, [1]);
  });

  test(
    'a row that somebody holds is in the way of whoever needs it, and of nobody else',
    { timeout: 30_000 },
    async () => {
      const url = await server.openEmpty();
      const stores = await openAt(url);
      await submit(stores, 1);
      const other = new Client({ connectionString: url });
      await other.connect();
      onTestFinished(() => other.end());
      await other.query('begin');
      await other.query('select from questions for update');
      const asked = performance.now();
      const answer = { sealedText: 'sealed answer', at: at(100), by: person(2) };
      const refused = stores.questions.answer(act('answer'), question(1), answer, { owed: [], entries: [] });
      const others = [2, 3, 4, 5].map(async (n) => {
        await submit(stores, n);
        return performance.now() - asked;
      });
      const expected = expect(refused).rejects.toMatchObject({ name: 'StoreError', kind: 'not-written' });
      expect(Math.max(...(await Promise.all(others)))).toBeLessThan(3_500);
      await expected;
      await other.query('rollback');
      await expectWhole(url, stores, [1, 2, 3, 4, 5]);
    },
  );

  test(
    'every connection in use: what waits too long is not saved and said so, and the rest goes on',
    { timeout: 60_000 },
    async () => {
      const url = await server.openEmpty();
      const stores = await openAt(url);
      const other = new Client({ connectionString: url });
      await other.connect();
      onTestFinished(() => other.end());
      await other.query('begin');
      await other.query('lock table bound_upns, acts in access exclusive mode');
      const bound = Array.from({ length: 40 }, (_, n) => stores.persons.bindUpn('tenant', `upn ${n}`, `${n}`));
      const submitted = Array.from({ length: 40 }, (_, n) => submit(stores, n + 1));
      const outcomes = await Promise.allSettled([...bound, ...submitted]);
      await other.query('rollback');
      const refusals = outcomes.map((outcome): unknown => (outcome.status === 'rejected' ? outcome.reason : undefined));
      expectNotSaved(refusals);
      const messages = refusals.map(String);
      expect(messages.some((message) => /every connection/.test(message))).toBe(true);
      expect(await submit(stores, 1)).toEqual(question(1));
      await expectWhole(url, stores, [1]);
    },
  );

  test('nobody is sent two things at once, even when an older one comes while another instance claims', async () => {
    const url = await server.openEmpty();
    const stores = await openAt(url);
    const owed = [delivery(1), delivery(2)];
    await stores.questions.submit(act(1), question(1), { owed, entries: [] });
    const claim = () => stores.deliveries.claim(at(9), { limit: 9, leaseMs: 30_000, holder: 'one' });
    const other = new Client({ connectionString: url });
    await other.connect();
    onTestFinished(() => other.end());
    await other.query('begin');
    // As an instance does that could not see the older one yet.
    await other.query(
      `update deliveries set state = 'sending', lease_holder = 'two', lease_until = $2 where key = $1`,
      [delivery(2).key, at(39)],
    );
    const claimed = claim();
    await expect.poll(() => waitingForLock()).toBe(1);
    await other.query('commit');
    expect(await claimed).toEqual([]);
    expect((await stores.deliveries.summary()).counts).toMatchObject({ sending: 1, pending: 1 });
  });

  test('a delivery that another instance is about to take is left to it, and the others are handed out at once', async () => {
    const url = await server.openEmpty();
    const stores = await openAt(url);
    const owed = [1, 2].map((n) => delivery(n, { to: person(n) }));
    await stores.questions.submit(act(1), question(1), { owed, entries: [] });
    const other = new Client({ connectionString: url });
    await other.connect();
    onTestFinished(() => other.end());
    await other.query('begin');
    await other.query('select from deliveries where key = $1 for update', [delivery(1).key]);
    const claimed = await stores.deliveries.claim(at(9), { limit: 9, leaseMs: 30_000, holder: 'one' });
    expect(claimed.map(({ key }) => key)).toEqual([delivery(2).key]);
    await other.query('rollback');
  });

  test.each([
    ['fsync', 'off', /fsync or full_page_writes off/],
    ['full_page_writes', 'off', /fsync or full_page_writes off/],
  ])('a server with %s %s is refused at the start', async (setting, value, expected) => {
    const url = await server.openEmpty();
    await server.administer(`alter system set ${setting} = ${value}`);
    await server.administer('select pg_reload_conf()');
    try {
      await expect.poll(() => server.administer(`show ${setting}`)).toEqual([{ [setting]: value }]);
      const opened = openStores({ dataDir: '', databaseUrl: url });
      await expect(opened).rejects.toMatchObject({ name: 'StoreError', kind: 'cannot-start' });
      await expect(opened).rejects.toThrow(expected);
    } finally {
      await server.administer(`alter system reset ${setting}`);
      await server.administer('select pg_reload_conf()');
    }
  });

  test('what is confirmed is on the disk, whatever the server is set to', async () => {
    const url = `${await server.openEmpty()}%20-c%20synchronous_commit%3Doff`;
    const stores = await openAt(url);
    await submit(stores, 1);
    await server.restartAtOnce();
    expect(await stores.questions.find(schoolId, 'SQ-1')).toEqual(question(1));
  });

  test.each([
    ['a database that is not there', (url: string) => url.replace('/postgres?', '/nowhere?'), /does not exist/],
    [
      'a database that cannot hold every letter',
      (url: string) => url.replace('/postgres?', '/ascii?'),
      /encoding SQL_ASCII/,
    ],
    ['a user without rights', (url: string) => url.replace('staffroom@', 'guest@'), /has not the rights/],
  ])('%s is refused at the start in one line', async (_, change, expected) => {
    const url = await server.openEmpty();
    const made = await server.administer(`select from pg_database where datname = 'ascii'`);
    if (made.length === 0) {
      await server.administer(`create database ascii encoding 'SQL_ASCII' template template0`);
      await server.administer('create role guest login');
    }
    const opened = openStores({ dataDir: '', databaseUrl: change(url) });
    await expect(opened).rejects.toMatchObject({ name: 'StoreError', kind: 'cannot-start' });
    await expect(opened).rejects.toThrow(expected);
  });

  async function waitingForLock(): Promise<number> {
    const rows = await server.administer(
      `select from pg_stat_activity where application_name = 'staffroom' and wait_event_type = 'Lock'`,
    );
    return rows.length;
  }
});
