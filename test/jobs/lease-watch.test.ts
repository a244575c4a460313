import { describe, expect, test } from 'vitest';
import type { Delivery, Lease } from '../../src/domain/delivery/delivery.ts';
import { createLeaseWatch } from '../../src/jobs/lease-watch.ts';

const lease: Lease = { holder: 'one', until: '2026-11-20T10:00:08.000Z' };
const held = (changes: Partial<Lease> = {}): Delivery => ({
  key: 'fact-0',
  schoolId: 'marlow-bridge',
  subject: { kind: 'question-asked', questionId: 'SQ-7KQ2-M' },
  to: { tenantId: 't', objectId: 'o' },
  onAmbiguous: 'leave',
  state: 'sending',
  notBefore: '2026-11-20T10:00:00.000Z',
  createdAt: '2026-11-20T10:00:00.000Z',
  attempts: [],
  lease: { ...lease, ...changes },
});

/** Looks once a second from `from` to `to`; the second at which it was dead. */
function deadAt(watch: ReturnType<typeof createLeaseWatch>, from: number, to: number, one = held()) {
  for (let second = from; second <= to; second++) if (watch.dead([one], second * 1000).length > 0) return second;
  return undefined;
}

describe('a lease', () => {
  test('that nobody renews is dead after the patience, whatever instant stands in it', () => {
    expect(deadAt(createLeaseWatch(8_000), 0, 20)).toBe(8);
    expect(deadAt(createLeaseWatch(8_000), 0, 20, held({ until: '2038-01-19T00:00:00.000Z' }))).toBe(8);
    expect(deadAt(createLeaseWatch(8_000), 0, 20, held({ until: '1970-01-01T00:00:00.000Z' }))).toBe(8);
  });

  test('is dead at the first look where nobody else can hold one', () => {
    expect(deadAt(createLeaseWatch(0), 5, 20)).toBe(5);
  });

  test.each<Partial<Lease>>([{ until: '2026-11-20T10:00:10.000Z' }, { waiting: true }, { holder: 'two' }])(
    'that changed is watched anew (%o)',
    (changes) => {
      const watch = createLeaseWatch(8_000);
      expect(deadAt(watch, 0, 7)).toBeUndefined();
      expect(deadAt(watch, 8, 20, held(changes))).toBe(16);
    },
  );

  test('that was gone for a look is watched anew', () => {
    const watch = createLeaseWatch(8_000);
    expect(deadAt(watch, 0, 7)).toBeUndefined();
    watch.dead([], 8_000);
    expect(deadAt(watch, 9, 30)).toBe(17);
  });
});

test('time in which nobody looked, and a clock that was set, count for next to nothing', () => {
  const watch = createLeaseWatch(8_000);
  expect(deadAt(watch, 0, 1)).toBeUndefined();
  expect(deadAt(watch, 3_600, 3_603)).toBeUndefined();
  expect(deadAt(watch, 5, 6)).toBeUndefined();
  expect(deadAt(watch, 7, 20)).toBe(7);
});
