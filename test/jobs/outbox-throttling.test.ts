import { afterEach, expect, test, vi } from 'vitest';
import { conversationOf, createOutboxWorld, headingsSeen, type OutboxWorld } from './outbox-world.ts';

let world: OutboxWorld;
afterEach(() => world.close());

const none = async () => {
  const { pending, sending } = await world.counts();
  return pending + sending === 0;
};
const owed = (count: number, people: number) =>
  Array.from({ length: count }, (_, nth) => ({ name: `fact-${nth}`, person: nth % people }));

test.each([1, 30, 120])(
  'a conversation that is told to wait %i s waits at least so long, and nobody else waits',
  async (seconds) => {
    world = await createOutboxWorld({ people: 20 });
    const { connector } = world;
    const throttled = encodeURIComponent(conversationOf(0));
    const fault = { kind: 'status', status: 429, headers: { 'retry-after': String(seconds) } } as const;
    connector.fail(({ path }) => path.includes(throttled), fault, 1);
    vi.advanceTimersByTime(1_000); // all slots rest at first
    await world.owe(owed(40, 20));
    await world.deliver();
    await world.pass(900);
    expect((await world.counts()).sent).toBeGreaterThan(10);
    await world.pass(4_000);
    expect(headingsSeen(connector).get(conversationOf(1))).toEqual(['fact-1', 'fact-21']);
    await world.pass((seconds + 10) * 1000, none);
    expect(headingsSeen(connector).get(conversationOf(0))).toEqual(['fact-0', 'fact-20']);
    const times = connector.answered.filter(({ path }) => path.includes(throttled)).map(({ at }) => at);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(seconds * 1000);
    expect(connector.breaches()).toEqual({ overLimit: 0, insideWindow: 0 });
  },
);

test.each([5, 50])(
  'with %i in 100 answers being 429 everything is sent once, and no window and no limit is broken',
  async (percent) => {
    world = await createOutboxWorld({
      people: 100,
      seed: percent,
      mix: { '429-retry-after': percent / 200, '429': percent / 200 },
    });
    await world.owe(owed(400, 100));
    await world.deliver();
    const took = await world.pass(3_600_000, none);
    expect((await world.counts()).sent).toBe(400);
    const seen = [...headingsSeen(world.connector).values()].flat();
    expect(seen.length).toBe(400);
    expect(new Set(seen).size).toBe(400);
    expect(world.connector.breaches()).toEqual({ overLimit: 0, insideWindow: 0 });
    console.log(`${percent} % of answers 429: 400 deliveries in ${took / 1000} s`);
  },
);

test('when Teams refuses everything the whole bot holds still for as long as it is told', async () => {
  world = await createOutboxWorld({ people: 100 });
  const { connector } = world;
  const fault = { kind: 'status', status: 429, headers: { 'retry-after': '30' } } as const;
  connector.fail(({ path }) => path.includes('activities'), fault);
  await world.owe(owed(100, 100));
  await world.deliver();
  await world.pass(5_000);
  const asked = connector.calls.length;
  // Ten answers tell that it is the bot and not a conversation; what was on its way by then still arrives.
  expect(asked).toBeLessThanOrEqual(30);
  await world.pass(24_000);
  expect(connector.calls.length).toBe(asked);
  connector.clearFaults();
  await world.pass(120_000, none);
  expect((await world.counts()).sent).toBe(100);
  expect(connector.breaches()).toEqual({ overLimit: 0, insideWindow: 0 });
});

test('300 messages to one person and 1,000 to others keep every limit, in order', { timeout: 120_000 }, async () => {
  world = await createOutboxWorld({ people: 101 });
  const one = Array.from({ length: 300 }, (_, nth) => ({ name: `one-${nth}`, person: 100 }));
  await world.owe([...one, ...owed(1_000, 100)]);
  await world.deliver();
  const others = async () => (await world.find('fact-999')).state === 'sent';
  const took = await world.pass(3_600_000, others);
  await world.pass(3_600_000, none);
  expect(world.connector.breaches()).toEqual({ overLimit: 0, insideWindow: 0 });
  expect(headingsSeen(world.connector).get(conversationOf(100))).toEqual(one.map(({ name }) => name));
  expect((await world.counts()).sent).toBe(1_300);
  console.log(`1,000 messages to 100 people in ${took / 1000} s beside a person with 300`);
});
