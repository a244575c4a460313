import { afterEach, expect, test } from 'vitest';
import { createOutboxWorld, headingsSeen, type OutboxWorld } from './outbox-world.ts';

let world: OutboxWorld;
afterEach(() => world.close());

/** SENDS=5000 for the long run. */
const deliveries = Number(process.env.SENDS ?? 500);
const people = deliveries / 10;

test(
  'with 40 % ambiguous answers nothing is lost, nothing doubles unlabelled, and nobody gets a third',
  { timeout: 60_000 + deliveries * 200 },
  async () => {
    world = await createOutboxWorld({
      people,
      seed: 20261120,
      mix: { 'accept-then-500': 0.1, 'accept-then-reset': 0.1, 'accept-then-hang': 0.1, 'hang-without-accept': 0.1 },
    });
    const owed = Array.from({ length: deliveries }, (_, nth) => ({
      name: `fact-${nth}`,
      person: nth % people,
      onAmbiguous: nth % 2 ? ('leave' as const) : ('send-once-more' as const),
    }));
    await world.owe(owed);
    await world.deliver();
    let asked = 0;
    const ended = async () => {
      // Counting thousands of rows at every step would take most of the time.
      if (++asked % 100 !== 0) return false;
      const { pending, sending } = await world.counts();
      return pending + sending === 0;
    };
    const took = await world.pass(4 * 3_600_000, ended);
    const seen = [...headingsSeen(world.connector).values()].flat();
    const first = new Map<string, number>();
    const second = new Map<string, number>();
    for (const heading of seen) {
      const copies = heading.startsWith('Second copy of ') ? second : first;
      const name = heading.replace('Second copy of ', '');
      copies.set(name, (copies.get(name) ?? 0) + 1);
    }
    let lost = 0;
    let saidSentButNot = 0;
    for (const { name } of owed) {
      const { state, attempts } = await world.find(name);
      const copies = (first.get(name) ?? 0) + (second.get(name) ?? 0);
      if (state === 'sent' && copies === 0) saidSentButNot++;
      if (state !== 'sent' && state !== 'unknown') lost++;
      expect(first.get(name) ?? 0).toBeLessThanOrEqual(1);
      expect(second.get(name) ?? 0).toBeLessThanOrEqual(1);
      if (copies > 1) expect(attempts.some(({ outcome }) => outcome === 'ambiguous')).toBe(true);
    }
    const counts = await world.counts();
    console.log(
      `passed ${took / 1000} s; ${JSON.stringify(counts)}; ${second.size} second copies; ${JSON.stringify(world.connector.breaches())}`,
    );
    expect({ lost, saidSentButNot }).toEqual({ lost: 0, saidSentButNot: 0 });
    expect(world.connector.breaches()).toEqual({ overLimit: 0, insideWindow: 0 });
  },
);
