import { expect, test } from 'vitest';
import { sendSlots } from '../../src/domain/delivery/send-slots.ts';
import { createMemorySlots } from '../../src/storage/lowdb/create-memory-slots.ts';
import { createMemoryStores } from '../support/memory-stores.ts';
import { describeSendSlotsContract } from './send-slots.contract.ts';

describeSendSlotsContract('in memory', () => Promise.resolve(createMemoryStores().sendSlots));

test('a process that starts sends nothing in its first second: the one before it may have sent until it was killed', async () => {
  let now = 5_000;
  const slots = createMemorySlots(() => now);
  expect(await slots.take('one')).toEqual({ kind: 'full', waitMs: sendSlots.restMs });
  now += sendSlots.restMs;
  expect(await slots.take('one')).toEqual({ kind: 'taken' });
});

test('a slot whose holder died is free again in time', async () => {
  let now = 0;
  const slots = createMemorySlots(() => now);
  now += sendSlots.restMs;
  for (let n = 0; n < sendSlots.count; n++) await slots.take(`dead-${n}`);
  now += sendSlots.heldMs;
  expect(await slots.take('next')).toMatchObject({ kind: 'full' });
  now += sendSlots.restMs;
  expect(await slots.take('next')).toEqual({ kind: 'taken' });
  await slots.giveBack('dead-0');
  expect(await slots.take('other')).toEqual({ kind: 'taken' });
});
