import { afterEach, expect, test } from 'vitest';
import { conversationOf, createOutboxWorld, headingsSeen, type OutboxWorld } from './outbox-world.ts';

let world: OutboxWorld;
afterEach(() => world.close());

const hourMs = 3_600_000;
const people = 100;
const owed = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, nth) => ({ name: `fact-${from + nth}`, person: (from + nth) % people }));
const none = async () => {
  const { pending, sending } = await world.counts();
  return pending + sending === 0;
};

test(
  'after an outage of 4 hours everything is delivered within 60 seconds, each person’s in order and once',
  { timeout: 120_000 },
  async () => {
    world = await createOutboxWorld({ people });
    const { connector } = world;
    await connector.setOnline(false);
    await world.deliver();
    for (let quarter = 0; quarter < 16; quarter++) {
      await world.owe(owed(quarter * 20, quarter * 20 + 20));
      await world.pass(hourMs / 4);
    }
    const before = await Promise.all(owed(0, 320).map(({ name }) => world.find(name)));
    const tries = before.reduce((sum, { attempts }) => sum + attempts.length, 0);
    await connector.setOnline(true);
    const took = await world.pass(hourMs, none);

    expect((await world.counts()).sent).toBe(320);
    expect(took).toBeLessThanOrEqual(60_000);
    const seen = headingsSeen(connector);
    for (let person = 0; person < people; person++) {
      const expected = owed(0, 320).flatMap((one) => (one.person === person ? [one.name] : []));
      expect(seen.get(conversationOf(person))).toEqual(expected);
    }
    expect(connector.breaches()).toEqual({ overLimit: 0, insideWindow: 0 });
    // While nobody answers, one try at a time asks whether the service is back: the rows do not fill up with tries.
    expect(tries).toBeLessThan(2_000);
    console.log(`320 deliveries within ${took / 1000} s of the service's return; ${tries} tries in 4 hours`);
  },
);

test('a service that says 503 for 4 hours is caught up with likewise', { timeout: 120_000 }, async () => {
  world = await createOutboxWorld({ people, mix: { '503': 1 }, seed: 1 });
  await world.owe(owed(0, 200));
  await world.deliver();
  await world.pass(4 * hourMs);
  expect((await world.counts()).sent).toBe(0);
  world.connector.setMix({});
  expect(await world.pass(hourMs, none)).toBeLessThanOrEqual(60_000);
  expect((await world.counts()).sent).toBe(200);
});

test('what is owed to somebody who cannot be reached holds up nobody else', async () => {
  world = await createOutboxWorld({ people });
  world.connector.fail(({ path }) => path.includes(encodeURIComponent(conversationOf(0))), {
    kind: 'status',
    status: 502,
  });
  await world.owe(owed(0, 100));
  await world.deliver();
  await world.pass(15_000);
  expect((await world.counts()).sent).toBe(99);
  expect((await world.find('fact-0')).state).toBe('pending');
});

test(
  'after 24 hours of trying a delivery is undeliverable, and the next one to that person is tried',
  { timeout: 120_000 },
  async () => {
    world = await createOutboxWorld({ people });
    const { connector } = world;
    connector.fail(({ path }) => path.includes('activities'), {
      kind: 'status',
      status: 429,
      headers: { 'retry-after': '1800' },
    });
    await world.owe([{ name: 'first', person: 0 }]);
    await world.deliver();
    await world.pass(23 * hourMs);
    expect((await world.find('first')).state).toBe('pending');
    await world.pass(2 * hourMs);
    expect((await world.find('first')).state).toBe('undeliverable');
    connector.clearFaults();
    await world.owe([{ name: 'second', person: 0 }]);
    await world.pass(60_000);
    expect((await world.find('second')).state).toBe('sent');
  },
);
