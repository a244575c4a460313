import { DateTime } from 'luxon';
import { isOpenOn, openDayAfter } from './school-days.ts';
import type { School } from './school.ts';

/** `now` where people may be asked for something that can wait: on a school day, outside the quiet hours; else when next. */
export function nextAskingTime(school: School, now: Date): Date {
  const local = DateTime.fromJSDate(now, { zone: school.timeZone });
  const today = local.toISODate() ?? '';
  const { from, to } = school.signoffs.quietHours;
  if (isOpenOn(school, today) && now < atClock(school, today, from)) {
    const opens = atClock(school, today, to);
    return now < opens ? opens : now;
  }
  return atClock(school, openDayAfter(school, today, 1), to);
}

/** Whether people may be asked at this instant. */
export function isAskingTime(school: School, now: Date): boolean {
  return nextAskingTime(school, now).getTime() === now.getTime();
}

/** Until when nobody may be asked; undefined where they may be at this instant. */
export function restsUntil(school: School, now: Date): string | undefined {
  return isAskingTime(school, now) ? undefined : nextAskingTime(school, now).toISOString();
}

/** The ids of those schools in which nobody may be asked at this instant. */
export function schoolsAtRest(schools: readonly School[], now: Date): string[] {
  return schools.filter((school) => !isAskingTime(school, now)).map(({ id }) => id);
}

/** The clock on the wall that day, whatever summer time did in the night. */
function atClock(school: School, day: string, clock: string): Date {
  return DateTime.fromISO(`${day}T${clock}`, { zone: school.timeZone }).toJSDate();
}
