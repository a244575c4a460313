import { DateTime } from 'luxon';
import { nextAskingTime } from '../../domain/people/asking-time.ts';
import type { School } from '../../domain/people/school.ts';

/** What time it is in the demo: never earlier than it is outside. */
export interface DemoClock {
  now(): Date;
  /** Puts the clock forward to the morning of the next school day, for everybody. */
  toNextDay(): void;
}

/**
 * Nobody is asked for a signature in the evening or at a weekend, and nobody twice a day: whoever tries it then would see
 * nothing happen. So this clock begins on the next school morning where it is no time to ask, and can be put forward.
 */
export function createDemoClock(school: School, outside: () => Date): DemoClock {
  let ahead = 0;
  const now = () => new Date(outside().getTime() + ahead);
  const forwardTo = (time: Date) => void (ahead += time.getTime() - now().getTime());
  forwardTo(nextAskingTime(school, now()));
  return {
    now,
    toNextDay() {
      const midnight = DateTime.fromJSDate(now(), { zone: school.timeZone }).plus({ days: 1 }).startOf('day');
      forwardTo(nextAskingTime(school, midnight.toJSDate()));
    },
  };
}
