import { Pool } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { createMemoryLimiter, createPostgresLimiterFor } from '../../src/jobs/send-limiters.ts';
import { createSendPace, type SendPace } from '../../src/jobs/send-pace.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { findPostgres, startPostgresServer } from '../support/postgres-server.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Takes in turns from the paces for so long; returns when each was let through, in milliseconds. */
async function drain(paces: readonly SendPace[], ms: number): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + ms;
  await Promise.all(
    paces.map(async (pace) => {
      while (performance.now() < until) {
        await pace.takeAny();
        times.push(performance.now());
      }
    }),
  );
  return times;
}

/** The most in any second that begins with one of them. */
const busiest = (times: readonly number[]) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));

test('at most 25 a second are let through', async () => {
  const times = await drain([await createSendPace(createMemoryLimiter)], 2_000);
  expect(busiest(times)).toBeLessThanOrEqual(25);
  expect(times.length).toBeGreaterThan(10);
});

test('a conversation that is full says how long, when that is longer than the caller’s patience', async () => {
  const pace = await createSendPace(createMemoryLimiter);
  for (let nth = 0; nth < 3; nth++) expect(await pace.take('c', 0)).toBe(0);
  const left = await pace.take('c', 0);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(2_000);
  expect(await pace.take('other', 0)).toBe(0);
  expect(await pace.take('c', 5_000)).toBe(0);
});

const bin = findPostgres();
if (!bin) console.log('not run: limits shared over PostgreSQL (no server is installed)');

test.skipIf(!bin)(
  'over PostgreSQL three instances share the 25 a second, and refuse while it is away',
  { timeout: 90_000 },
  async () => {
    const server = await startPostgresServer(bin ?? '');
    closing.push(() => server.remove());
    const address = await server.openEmpty();
    const pools = [0, 1, 2].map(() => new Pool({ connectionString: address, max: 4 }));
    pools.forEach((pool) => pool.on('error', () => undefined));
    closing.push(() => Promise.all(pools.map((pool) => pool.end())));
    const paces = await Promise.all(pools.map((pool) => createSendPace(createPostgresLimiterFor(pool))));
    const times = await drain(paces, 3_000);
    expect(busiest(times)).toBeLessThanOrEqual(25);
    expect(times.length).toBeGreaterThan(10);

    await server.stopAtOnce();
    let through = false;
    const waiting = paces[0]?.take('c', 60_000).then(() => (through = true));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(through).toBe(false);
    await server.start();
    await waiting;
    expect(through).toBe(true);
  },
);

test.skipIf(!bin)(
  'two bots on one PostgreSQL store share the 25 a second, and close with it',
  { timeout: 90_000 },
  async () => {
    const server = await startPostgresServer(bin ?? '');
    closing.push(() => server.remove());
    const databaseUrl = await server.openEmpty();
    const bots = await Promise.all([0, 1].map(() => openStores({ dataDir: '', databaseUrl })));
    const paces = await Promise.all(
      bots.map(({ sharedPool }) => {
        if (!sharedPool) throw new Error('stores in PostgreSQL share nothing');
        return createSendPace(createPostgresLimiterFor(sharedPool));
      }),
    );
    const times = await drain(paces, 3_000);
    expect(busiest(times)).toBeLessThanOrEqual(25);
    expect(times.length).toBeGreaterThan(10);
    await Promise.all(bots.map((stores) => stores.close()));
    const left = "select count(*)::integer as count from pg_stat_activity where application_name = 'staffroom'";
    await expect.poll(() => server.administer(left), { timeout: 5_000 }).toEqual([{ count: 0 }]);
  },
);
