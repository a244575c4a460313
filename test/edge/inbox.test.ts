import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createInbox } from '../../src/teams/inbox.ts';

test('a known key gives the first result until five minutes have passed', async () => {
  let now = 0;
  let runs = 0;
  const inbox = createInbox<number>(() => now);
  const once = () => inbox.once('a', () => Promise.resolve(++runs));
  expect(await once()).toBe(1);
  now = 5 * 60_000 - 1;
  expect(await once()).toBe(1);
  now = 5 * 60_000;
  expect(await once()).toBe(2);
});

test('a run that fails is not repeated; whoever waits for it learns that it failed', async () => {
  const inbox = createInbox<number>(() => 0);
  const first = inbox.once('a', () => Promise.reject(new Error('first')));
  const second = inbox.once('a', () => Promise.resolve(2));
  await expect(first).rejects.toThrow('first');
  await expect(second).rejects.toThrow('first');
});

test('at most 5,000 keys are remembered, the latest ones', async () => {
  let runs = 0;
  const inbox = createInbox<number>(() => 0);
  for (let key = 0; key < 6000; key++) await inbox.once(String(key), () => Promise.resolve(++runs));
  expect(await inbox.once('5999', () => Promise.resolve(-1))).toBe(6000);
  expect(await inbox.once('1000', () => Promise.resolve(-1))).toBe(1001);
  expect(await inbox.once('999', () => Promise.resolve(-1))).toBe(-1);
});

test('within the time that it remembers, each key runs exactly once, whatever the order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 100 }), async (keys) => {
      const runs = new Map<number, number>();
      const inbox = createInbox<number>(() => 0);
      const work = (key: number) => async () => {
        runs.set(key, (runs.get(key) ?? 0) + 1);
        await Promise.resolve();
        return key;
      };
      expect(await Promise.all(keys.map((key) => inbox.once(String(key), work(key))))).toEqual(keys);
      expect([...runs.values()].every((count) => count === 1)).toBe(true);
    }),
  );
});
