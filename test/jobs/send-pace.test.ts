import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { createMemoryLimiter, createPostgresLimiterFor } from '../../src/jobs/send-limiters.ts';
import { createSendPace, type SendPace } from '../../src/jobs/send-pace.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { createMemoryStores } from '../support/memory-stores.ts';
import { findPostgres, startPostgresServer } from '../support/postgres-server.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const newHolder = randomUUID;
/** The longest that a request takes to arrive, and its answer to come back. */
const longestWayMs = 150;

/**
 * Takes from the paces for so long, 20 at a time each, and makes requests that arrive and are answered when it happens;
 * returns when each arrived, in milliseconds.
 */
async function drain(paces: readonly SendPace[], ms: number): Promise<number[]> {
  const arrived: number[] = [];
  const until = performance.now() + ms;
  const onTheWay = () => wait(Math.random() * longestWayMs);
  const senders = paces.flatMap((pace) => Array.from({ length: 20 }, () => pace));
  await Promise.all(
    senders.map(async (pace) => {
      while (performance.now() < until) {
        const leave = await pace.takeAny();
        await onTheWay();
        arrived.push(performance.now());
        await onTheWay();
        await leave.giveBack();
      }
    }),
  );
  return arrived.sort((a, b) => a - b);
}

/** The most in any second that begins with one of them. */
const busiest = (times: readonly number[]) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));

const memoryPace = () => createSendPace(createMemoryStores().sendSlots, { limiterFor: createMemoryLimiter, newHolder });

test('no second sees more than 25 arrive, however long each is on its way', async () => {
  const times = await drain([await memoryPace()], 3_000);
  expect(busiest(times)).toBeLessThanOrEqual(25);
  expect(times.length).toBeGreaterThan(20);
});

test('those who ask at the same moment get leave one after another, 30 ms apart', async () => {
  const pace = await memoryPace();
  await (await pace.takeAny()).giveBack(); // all slots rest at first
  const given: number[] = [];
  await Promise.all(Array.from({ length: 5 }, () => pace.takeAny().then(() => given.push(performance.now()))));
  const gaps = given.slice(1).map((at, n) => at - (given[n] ?? 0));
  for (const gap of gaps) expect(gap).toBeGreaterThan(15); // a timer that was late lets the next come sooner after it
  expect((given.at(-1) ?? 0) - (given[0] ?? 0)).toBeGreaterThan(4 * 30 - 15);
});

test('a conversation that is full says how long, when that is longer than the caller’s patience', async () => {
  const pace = await memoryPace();
  await (await pace.takeAny()).giveBack(); // all slots rest at first, and two seconds are all that the limit counts
  for (let nth = 0; nth < 3; nth++) expect(await pace.take('c', 0)).toHaveProperty('giveBack');
  const left = await pace.take('c', 0);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(2_000);
  expect(await pace.take('other', 0)).toHaveProperty('giveBack');
  expect(await pace.take('c', 5_000)).toHaveProperty('giveBack');
});

/** So many bots on one new database, each with its pace. */
async function openBots(count: number) {
  const server = await startPostgresServer(bin ?? '');
  closing.push(() => server.remove());
  const databaseUrl = await server.openEmpty();
  const bots = await Promise.all(Array.from({ length: count }, () => openStores({ dataDir: '', databaseUrl })));
  const paces = await Promise.all(
    bots.map(({ sharedPool, sendSlots }) => {
      if (!sharedPool) throw new Error('stores in PostgreSQL share nothing');
      return createSendPace(sendSlots, { limiterFor: createPostgresLimiterFor(sharedPool), newHolder });
    }),
  );
  return { server, bots, paces };
}

const bin = findPostgres();
if (!bin) console.log('not run: limits shared over PostgreSQL (no server is installed)');

test.skipIf(!bin)(
  'over PostgreSQL three instances share the 25 a second, and refuse while it is away',
  { timeout: 90_000 },
  async () => {
    const { server, bots, paces } = await openBots(3);
    closing.push(() => Promise.all(bots.map((stores) => stores.close())));
    const times = await drain(paces, 3_000);
    expect(busiest(times)).toBeLessThanOrEqual(25);
    expect(times.length).toBeGreaterThan(20);

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
    const { server, bots, paces } = await openBots(2);
    const times = await drain(paces, 3_000);
    expect(busiest(times)).toBeLessThanOrEqual(25);
    expect(times.length).toBeGreaterThan(20);
    await Promise.all(bots.map((stores) => stores.close()));
    const left = "select count(*)::integer as count from pg_stat_activity where application_name = 'staffroom'";
    await expect.poll(() => server.administer(left), { timeout: 5_000 }).toEqual([{ count: 0 }]);
  },
);
