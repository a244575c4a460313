import { afterEach, expect, test } from 'vitest';
import { newDelivery } from '../../src/domain/delivery/new-delivery.ts';
import { ids } from '../support/activities.ts';
import { createOutboxWorld, headingsSeen, personId, type OutboxWorld } from './outbox-world.ts';

let world: OutboxWorld;
afterEach(() => world.close());

const schoolId = 'marlow-bridge';

/** Owes a message to so many people from now on. */
async function owe(people: number): Promise<void> {
  const at = new Date().toISOString();
  const owed = Array.from({ length: people }, (_, n) =>
    newDelivery(
      {
        key: `message-${n}`,
        ...{ schoolId, to: { tenantId: ids.tenant, objectId: personId(n) } },
        subject: { kind: 'broadcast', broadcast: 'BC-1', addressee: String(n), round: 1 },
      },
      at,
    ),
  );
  const then = { owed, entries: [] };
  expect(await world.stores.broadcasts.record({ schoolId, at, then })).toEqual({ kind: 'recorded' });
}

test('a message to many stops where the quiet hours begin, goes on where they end, and reaches everybody once', async () => {
  const people = 500;
  world = await createOutboxWorld({ people });
  const quietFrom = Date.now() + 10_000;
  const quietTo = quietFrom + 10 * 60_000;
  const isQuiet = (now: Date) => now.getTime() >= quietFrom && now.getTime() < quietTo;
  await owe(people);
  await world.deliver({ atRest: (now) => (isQuiet(now) ? [schoolId] : []) });
  await world.pass(30_000);
  const before = headingsSeen(world.connector).size;
  expect(before).toBeGreaterThan(100);
  expect(before).toBeLessThan(people);
  // What had been claimed when they began still goes out.
  const inThem = world.connector.answered.filter(({ at }) => at >= quietFrom);
  expect(inThem.length).toBeLessThanOrEqual(20);

  // What is urgent does not wait for anybody's sleep, nor behind those who wait.
  await world.owe([{ name: 'urgent', person: people - 1 }]);
  await world.pass(3_000);
  expect((await world.find('urgent')).state).toBe('sent');
  expect(headingsSeen(world.connector).size).toBe(before + 1);

  await world.pass(quietTo - Date.now() + 60_000, async () => (await world.counts()).pending === 0);
  await world.pass(1_000);
  const seen = [...headingsSeen(world.connector).values()].flat().filter((heading) => heading !== 'urgent');
  expect(seen).toHaveLength(people);
  expect(new Set(seen).size).toBe(people);
  expect(world.connector.breaches()).toEqual({ overLimit: 0, insideWindow: 0 });
});

test('what is owed to somebody for a reason of their own does not wait behind a message to thousands', async () => {
  world = await createOutboxWorld({ people: 1_000 });
  await owe(1_000);
  await world.deliver();
  await world.pass(5_000);
  await world.owe([{ name: 'report', person: 999 }]);
  const took = await world.pass(60_000, async () => (await world.find('report')).state === 'sent');
  expect(took).toBeLessThan(3_000);
  expect((await world.counts()).pending).toBeGreaterThan(500);
});
