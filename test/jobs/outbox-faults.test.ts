import { afterEach, describe, expect, test } from 'vitest';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import type { DeliveryStore } from '../../src/domain/delivery/delivery-store.ts';
import { holdBack } from '../../src/domain/delivery/next-step.ts';
import { ids } from '../support/activities.ts';
import { conversationOf, createOutboxWorld, headingsSeen, personId, type OutboxWorld } from './outbox-world.ts';

let world: OutboxWorld;
afterEach(() => world.close());

const owed = (count: number, people: number, onAmbiguous: 'send-once-more' | 'leave' = 'send-once-more') =>
  Array.from({ length: count }, (_, nth) => ({ name: `fact-${nth}`, person: nth % people, onAmbiguous }));
const none = async () => {
  const { pending, sending } = await world.counts();
  return pending + sending === 0;
};

test('a delivery that was just recorded is sent at once when the outbox is woken, and within a second when not', async () => {
  world = await createOutboxWorld({ people: 2 });
  const delivering = await world.deliver();
  await world.pass(10_300);
  await world.owe([{ name: 'woken', person: 0 }]);
  delivering.wake();
  expect(await world.pass(5_000, none)).toBeLessThanOrEqual(50);
  await world.owe([{ name: 'found', person: 1 }]);
  expect(await world.pass(5_000, none)).toBeLessThanOrEqual(1_100);
});

test('while the store refuses to record what was sent nothing else is sent, and afterwards nothing is sent twice', async () => {
  world = await createOutboxWorld({ people: 50 });
  const { deliveries } = world.stores;
  let refuses = true;
  const store: DeliveryStore = {
    ...deliveries,
    settle: (...settlement) =>
      refuses ? Promise.reject(new Error('the disk is full')) : deliveries.settle(...settlement),
  };
  await world.owe(owed(50, 50));
  await world.deliver({ store });
  await world.pass(90_000);
  const sent = world.connector.seen.length;
  expect(sent).toBeLessThanOrEqual(20);
  expect((await world.counts()).sent).toBe(0);
  refuses = false;
  await world.pass(60_000, none);
  expect((await world.counts()).sent).toBe(50);
  expect(world.connector.seen.length).toBe(50);
  expect([...headingsSeen(world.connector).values()].flat().some((one) => one.startsWith('Second'))).toBe(false);
});

test('an outbox that cannot be read is read again, and nothing is lost', async () => {
  world = await createOutboxWorld({ people: 5 });
  const { deliveries } = world.stores;
  let broken = true;
  const store: DeliveryStore = {
    ...deliveries,
    claim: (...claim) => (broken ? Promise.reject(new Error('no connection')) : deliveries.claim(...claim)),
  };
  await world.owe(owed(5, 5));
  await world.deliver({ store });
  await world.pass(5_000);
  broken = false;
  await world.pass(5_000, none);
  expect((await world.counts()).sent).toBe(5);
});

describe('what an instance held when it died', () => {
  const owedTo = (onAmbiguous: Delivery['onAmbiguous']) => [
    { name: 'fact-0', person: 0, onAmbiguous },
    { name: 'fact-1', person: 0, onAmbiguous },
  ];
  const claimAsDead = async () => {
    const [claimed] = await world.stores.deliveries.claim(new Date().toISOString(), {
      limit: 1,
      leaseMs: 8_000,
      holder: 'the dead one',
    });
    return claimed?.key ?? '';
  };

  test.each([
    ['sent once more, marked as a second copy', 'send-once-more', 'sent', ['Second copy of fact-0', 'fact-1']],
    ['left alone', 'leave', 'unknown', ['fact-1']],
  ] as const)('and had begun to send is %s', async (_name, onAmbiguous, state, seen) => {
    world = await createOutboxWorld({ people: 1 });
    await world.owe(owedTo(onAmbiguous));
    await world.stores.deliveries.begin(await claimAsDead(), 'the dead one', new Date().toISOString());
    await world.deliver();
    await world.pass(7_000);
    expect((await world.find('fact-0')).attempts).toEqual([]);
    await world.pass(2_500);
    expect((await world.find('fact-0')).attempts).toMatchObject([{ outcome: 'ambiguous', code: 'lease-ended' }]);
    expect(await world.pass(70_000, none)).toBeLessThan(15_000);
    expect((await world.find('fact-0')).state).toBe(state);
    expect(headingsSeen(world.connector).get(conversationOf(0))).toEqual(seen);
  });

  test.each(['send-once-more', 'leave'] as const)(
    'and had not begun to send goes out as if nothing was (%s)',
    async (onAmbiguous) => {
      world = await createOutboxWorld({ people: 1 });
      await world.owe(owedTo(onAmbiguous));
      await claimAsDead();
      await world.deliver();
      expect(await world.pass(70_000, none)).toBeLessThan(12_000);
      expect((await world.find('fact-0')).attempts.map(({ code }) => code)).toEqual(['held-back', 'ok']);
      expect(headingsSeen(world.connector).get(conversationOf(0))).toEqual(['fact-0', 'fact-1']);
    },
  );

  test('is taken over at once where one process has the store to itself', async () => {
    world = await createOutboxWorld({ people: 1 });
    await world.owe(owedTo('send-once-more'));
    await claimAsDead();
    await world.deliver({ store: world.stores.deliveries });
    expect(await world.pass(70_000, none)).toBeLessThan(2_500);
    expect(headingsSeen(world.connector).get(conversationOf(0))).toEqual(['fact-0', 'fact-1']);
  });
});

test('a try that takes long is not taken for that of a dead process', async () => {
  world = await createOutboxWorld({ people: 1 });
  world.connector.fail(() => true, { kind: 'delay', ms: 9_500 });
  await world.owe([{ name: 'fact-0', person: 0 }]);
  await world.deliver();
  await world.deliver();
  await world.pass(60_000, none);
  expect((await world.find('fact-0')).attempts.map(({ code }) => code)).toEqual(['ok']);
});

test('after an outage of the store nobody is taken for dead who could not renew meanwhile', async () => {
  world = await createOutboxWorld({ people: 1 });
  const { deliveries } = world.stores;
  let away = false;
  const reach = <Result>(work: () => Promise<Result>) =>
    away ? Promise.reject(new Error('the database is away')) : work();
  const store: DeliveryStore = {
    ...deliveries,
    shared: true,
    claim: (...given) => reach(() => deliveries.claim(...given)),
    begin: (...given) => reach(() => deliveries.begin(...given)),
    renew: (...given) => reach(() => deliveries.renew(...given)),
    held: () => reach(() => deliveries.held()),
    settle: (...given) => reach(() => deliveries.settle(...given)),
    takeOver: (...given) => reach(() => deliveries.takeOver(...given)),
  };
  world.connector.fail(() => true, { kind: 'delay', ms: 9_900 }, 1);
  await world.owe([{ name: 'fact-0', person: 0 }]);
  await world.deliver({ store });
  await world.deliver({ store });
  await world.pass(500);
  away = true;
  await world.pass(8_400);
  away = false;
  await world.pass(60_000, none);
  expect((await world.find('fact-0')).attempts.map(({ code }) => code)).toEqual(['ok']);
});

test('four instances share one outbox: everything is sent once, in each person’s order', async () => {
  world = await createOutboxWorld({ people: 40 });
  await world.owe(owed(200, 40));
  for (let instance = 0; instance < 4; instance++) await world.deliver();
  await world.pass(600_000, none);
  const seen = headingsSeen(world.connector);
  for (let person = 0; person < 40; person++) {
    expect(seen.get(conversationOf(person))).toEqual([0, 1, 2, 3, 4].map((nth) => `fact-${nth * 40 + person}`));
  }
  expect(world.connector.breaches()).toEqual({ overLimit: 0, insideWindow: 0 });
});

test('a process that wakes up after others took over what it held sends nothing of it', async () => {
  world = await createOutboxWorld({ people: 1 });
  const { deliveries } = world.stores;
  let slept = false;
  const store: DeliveryStore = {
    ...deliveries,
    shared: true,
    async begin(key, holder, until) {
      if (!slept) {
        slept = true;
        const [held] = await deliveries.held();
        if (held?.lease) await deliveries.takeOver(key, held.lease, holdBack(new Date(), new Date()));
      }
      return deliveries.begin(key, holder, until);
    },
  };
  await world.owe([{ name: 'fact-0', person: 0 }]);
  await world.deliver({ store });
  await world.pass(5_000, none);
  expect((await world.find('fact-0')).attempts.map(({ code }) => code)).toEqual(['held-back', 'ok']);
  expect(world.logged.join('')).toContain('claim-lost');
  expect(world.connector.seen).toHaveLength(1);
});

test('a stop finishes what is being sent and puts the rest back untried', async () => {
  world = await createOutboxWorld({ people: 50 });
  world.connector.fail(() => true, { kind: 'delay', ms: 3_000 });
  await world.owe(owed(50, 50));
  const delivering = await world.deliver();
  await world.pass(200);
  let stopped = false;
  void delivering.stop().then(() => (stopped = true));
  const took = await world.pass(20_000, () => stopped);
  expect(took).toBeLessThanOrEqual(10_000);
  const counts = await world.counts();
  expect(counts.sending).toBe(0);
  expect(counts.sent).toBe(world.connector.seen.length);
  expect(counts.sent + counts.pending).toBe(50);
  world.connector.clearFaults();
  await world.deliver();
  await world.pass(60_000, none);
  expect([...headingsSeen(world.connector).values()].flat()).toHaveLength(50);
});

test('a stop gives up after 10 seconds on a service that hangs, and the try counts as ambiguous afterwards', async () => {
  world = await createOutboxWorld({ people: 1 });
  world.connector.fail(() => true, { kind: 'hang', shown: true }, 1);
  await world.owe([{ name: 'fact-0', person: 0 }]);
  const delivering = await world.deliver();
  await world.pass(2_000);
  let stopped = false;
  void delivering.stop().then(() => (stopped = true));
  expect(await world.pass(20_000, () => stopped)).toBeLessThanOrEqual(10_000);
  await world.deliver();
  await world.pass(120_000, none);
  expect(headingsSeen(world.connector).get(conversationOf(0))).toEqual(['fact-0', 'Second copy of fact-0']);
});

test('the log names no person, no conversation, no key and no token', async () => {
  world = await createOutboxWorld({
    people: 20,
    seed: 7,
    mix: { '403-blocked': 0.2, 'accept-then-500': 0.2, '503': 0.2 },
  });
  await world.owe(owed(40, 20));
  await world.deliver();
  await world.pass(600_000, none);
  const log = world.logged.join('\n');
  expect(world.logged.length).toBeGreaterThan(40);
  for (const word of ['fact-', 'token', personId(1).slice(0, 23), 'a:person', '29:', ids.tenant])
    expect(log).not.toContain(word);
});
