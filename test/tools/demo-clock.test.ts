import { describe, expect, it } from 'vitest';
import { createDemoClock } from '../../src/tools/demo/demo-clock.ts';
import { openSampleSchool } from '../support/sample-school.ts';

const sample = (await openSampleSchool()).schools().map(({ school }) => school)[0];
if (!sample) throw new Error('the sample school is not there');

/** A clock over an outside that the test sets. */
const clockAt = (outside: string) => {
  let time = new Date(outside);
  const clock = createDemoClock(sample, () => time);
  return { clock, setOutside: (later: string) => void (time = new Date(later)) };
};

describe('the demo’s clock', () => {
  it('is that of the computer while people may be asked', () => {
    const { clock, setOutside } = clockAt('2026-11-30T10:15:00Z');
    expect(clock.now().toISOString()).toBe('2026-11-30T10:15:00.000Z');
    setOutside('2026-11-30T10:16:00Z');
    expect(clock.now().toISOString()).toBe('2026-11-30T10:16:00.000Z');
  });

  it.each([
    ['in the evening', '2026-11-30T21:00:00Z', '2026-12-01T07:30:00.000Z'],
    ['at night', '2026-12-01T02:00:00Z', '2026-12-01T07:30:00.000Z'],
    ['on a Sunday', '2026-11-29T12:00:00Z', '2026-11-30T07:30:00.000Z'],
    ['in the holidays', '2026-12-24T12:00:00Z', '2027-01-04T07:30:00.000Z'],
  ])('begins on the next school morning %s, and goes on from there', (_when, outside, begins) => {
    const { clock, setOutside } = clockAt(outside);
    expect(clock.now().toISOString()).toBe(begins);
    setOutside(new Date(Date.parse(outside) + 60_000).toISOString());
    expect(clock.now().getTime()).toBe(Date.parse(begins) + 60_000);
  });

  it('is put forward to the next school day, over a weekend too, and never back', () => {
    const { clock } = clockAt('2026-12-03T02:00:00Z'); // a Thursday
    clock.toNextDay();
    expect(clock.now().toISOString()).toBe('2026-12-04T07:30:00.000Z');
    clock.toNextDay();
    expect(clock.now().toISOString()).toBe('2026-12-07T07:30:00.000Z');
  });
});
