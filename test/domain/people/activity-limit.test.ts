import { describe, expect, it } from 'vitest';
import {
  activityLimit,
  countActivity,
  secondsToWait,
  type ActivityMinute,
} from '../../../src/domain/people/activity-limit.ts';

const { most, windowMs } = activityLimit;
const countTo = (count: number, at: number, from?: ActivityMinute) => {
  let minute = from;
  for (let n = 0; n < count; n++) minute = countActivity(minute, at);
  if (!minute) throw new Error('nothing was counted');
  return minute;
};

describe('the activities of one person', () => {
  it('are as many as are answered, and then one too many for the rest of the minute that began with the first', () => {
    const full = countTo(most, 1_000);
    expect(secondsToWait(full, 1_000)).toBeUndefined();
    const over = countActivity(full, 31_000);
    expect(secondsToWait(over, 31_000)).toBe(30);
    expect(secondsToWait(over, 60_999)).toBe(1);
  });

  it('are counted anew once the minute is over, however many there were', () => {
    const flooded = countTo(500, 1_000);
    expect(countActivity(flooded, 1_000 + windowMs - 1).count).toBe(501);
    expect(countActivity(flooded, 1_000 + windowMs)).toEqual({ from: 1_000 + windowMs, count: 1 });
  });

  it('are counted anew where the clock was set back', () => {
    expect(countActivity(countTo(500, 10 * windowMs), 0)).toEqual({ from: 0, count: 1 });
  });
});
