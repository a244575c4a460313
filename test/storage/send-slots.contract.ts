import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { sendSlots, type SendSlots } from '../../src/domain/delivery/send-slots.ts';

/** What all SendSlots promise, whatever they are made of. `open` gives fresh ones. */
export function describeSendSlotsContract(name: string, open: () => Promise<SendSlots>): void {
  /** Takes so many slots, as soon as each can be had. */
  async function take(slots: SendSlots, count: number, mark: string): Promise<void> {
    for (let n = 0; n < count; n++) {
      for (let got = await slots.take(`${mark}-${n}`); got.kind === 'full'; got = await slots.take(`${mark}-${n}`))
        await wait(got.waitMs);
    }
  }

  describe(`slots for requests (${name})`, () => {
    test('there are as many as Teams may get requests in a second, and no more while they are held', async () => {
      const slots = await open();
      await take(slots, sendSlots.count, 'first');
      expect(await slots.take('more')).toEqual({ kind: 'full', waitMs: sendSlots.restMs });
      await wait(sendSlots.restMs + 100);
      expect(await slots.take('still more')).toMatchObject({ kind: 'full' });
    });

    test('one that is given back rests for a second, says how long, and is free then', async () => {
      const slots = await open();
      await take(slots, sendSlots.count, 'first');
      const before = performance.now();
      await slots.giveBack('first-7');
      const given = performance.now();
      const full = await slots.take('too early');
      if (full.kind !== 'full') throw new Error('it did not rest');
      expect(full.waitMs).toBeGreaterThan(0);
      expect(full.waitMs).toBeLessThanOrEqual(sendSlots.restMs);
      await take(slots, 1, 'next');
      expect(performance.now() - before).toBeGreaterThanOrEqual(sendSlots.restMs - 1);
      expect(performance.now() - given).toBeLessThan(sendSlots.restMs * 3);
      expect(await slots.take('another')).toMatchObject({ kind: 'full' });
    });

    test('a name that holds none, or gave its own back before, frees nobody else’s', async () => {
      const slots = await open();
      await take(slots, sendSlots.count, 'first');
      await slots.giveBack('first-1');
      await take(slots, 1, 'next');
      await slots.giveBack('first-1');
      await slots.giveBack('nobody');
      await wait(sendSlots.restMs + 100);
      expect(await slots.take('more')).toMatchObject({ kind: 'full' });
    });

    test('of those who ask at once each gets one of their own', async () => {
      const slots = await open();
      await take(slots, 1, 'begun');
      const asked = await Promise.all(
        Array.from({ length: sendSlots.count * 2 }, (_, n) => slots.take(`at once ${n}`)),
      );
      expect(asked.filter(({ kind }) => kind === 'taken').length).toBe(sendSlots.count - 1);
    });
  });
}
