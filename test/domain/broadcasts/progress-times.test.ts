import fc from 'fast-check';
import { expect, it } from 'vitest';
import { progressTimes } from '../../../src/domain/broadcasts/progress-times.ts';

const sendAt = '2026-11-20T10:05:00.000Z';
const secondsOf = (count: number) =>
  progressTimes(count, sendAt).map((time) => (Date.parse(time) - Date.parse(sendAt)) / 1_000);

it('is shown every five seconds while it goes out, and never of few', () => {
  expect(secondsOf(100)).toEqual([]);
  expect(secondsOf(101)).toEqual([5, 10]);
  expect(secondsOf(400)).toEqual([5, 10, 15, 20]);
  expect(secondsOf(10_000)).toHaveLength(39);
  expect(secondsOf(10_000).at(-1)).toBeGreaterThanOrEqual(500);
});

it('costs one message in a hundred at most, and never more than forty', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), (count) => {
      const times = secondsOf(count);
      expect(times.length).toBeLessThanOrEqual(40);
      expect(times.length).toBeLessThanOrEqual(Math.max(2, Math.ceil(count / 100)));
      expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
    }),
  );
});
