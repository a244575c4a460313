import { DateTime } from 'luxon';
import { usualHours } from './reporting.ts';
import type { School } from './school.ts';

/** So far ahead is the next school day looked for; no list of terms leaves out a longer time. */
const daysAhead = 120;

interface OpenHours {
  readonly opens: Date;
  readonly closes: Date;
}

/** Whether `now` is within the hours of a school day: in a term, Monday to Friday, not a day on which the school is closed. */
export function isSchoolTime(school: School, now: Date): boolean {
  const hours = hoursOn(school, localDay(school, now), isSchoolDay);
  return hours !== undefined && hours.opens <= now && now < hours.closes;
}

/**
 * `now` where it is school time, else when it next is; undefined when the terms of school.yaml do not say (they ended, or
 * there are none within four months): then nobody can promise a day.
 */
export function nextSchoolTime(school: School, now: Date): Date | undefined {
  const next = hoursFrom(school, now, isSchoolDay);
  return next && latest(next.opens, now);
}

/**
 * The instant at which `ms` of school time have passed since `from`; time outside it does not count. Where the terms have
 * ended, Monday to Friday count as school days: a list that nobody renewed must not stop a clock.
 */
export function addSchoolTime(school: School, from: Date, ms: number): Date {
  let at = from;
  let left = ms;
  while (left > 0) {
    const { opens, closes } = hoursFrom(school, at, isSchoolDay) ?? weekdayFrom(school, at);
    const starts = latest(opens, at);
    const open = closes.getTime() - starts.getTime();
    if (left <= open) return new Date(starts.getTime() + left);
    left -= open;
    at = closes;
  }
  return at;
}

/** The next end of a school day after `now`; where the terms do not say, of the next Monday to Friday. */
export function endOfSchoolDay(school: School, now: Date): Date {
  return (hoursFrom(school, now, isSchoolDay) ?? weekdayFrom(school, now)).closes;
}

type IsOpen = (school: School, day: DateTime) => boolean;

/** The first hours that have not ended at `now`, today or later. */
function hoursFrom(school: School, now: Date, isOpen: IsOpen): OpenHours | undefined {
  const today = localDay(school, now);
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const hours = hoursOn(school, today.plus({ days: ahead }), isOpen);
    if (hours && now < hours.closes) return hours;
  }
  return undefined;
}

function weekdayFrom(school: School, now: Date): OpenHours {
  const hours = hoursFrom(school, now, isWeekday);
  if (!hours) throw new Error('there is a weekday in every week');
  return hours;
}

function hoursOn(school: School, day: DateTime, isOpen: IsOpen): OpenHours | undefined {
  if (!isOpen(school, day)) return undefined;
  const { from, to } = school.reporting?.hours ?? usualHours;
  return { opens: atClock(day, from), closes: atClock(day, to) };
}

function isSchoolDay(school: School, day: DateTime): boolean {
  const date = day.toISODate() ?? '';
  const inTerm = school.terms.some(({ from, to }) => from <= date && date <= to);
  return inTerm && isWeekday(school, day) && !school.reporting?.closed.includes(date);
}

function isWeekday(_: School, day: DateTime): boolean {
  return day.weekday <= 5;
}

function localDay(school: School, now: Date): DateTime {
  return DateTime.fromJSDate(now, { zone: school.timeZone }).startOf('day');
}

/** The clock on the wall that day, whatever summer time did in the night. */
function atClock(day: DateTime, clock: string): Date {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return day.set({ hour, minute }).toJSDate();
}

function latest(a: Date, b: Date): Date {
  return a > b ? a : b;
}
