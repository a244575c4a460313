import { openDayAfter, openDayBefore, openDayUpTo } from '../people/school-days.ts';
import type { School } from '../people/school.ts';

/**
 * Whether `today`, a school day, is one on which somebody is reminded who was last asked on `askedOn`: the campaign's
 * number of school days later, the last school day up to their day, and the school day before that one. Once a day.
 */
export function isChaseDay(
  school: School,
  { today, askedOn, dueOn, every }: { today: string; askedOn: string; dueOn: string; every: number },
): boolean {
  if (every === 0 || askedOn >= today) return false;
  const last = openDayUpTo(school, dueOn);
  if (today === last || today === openDayBefore(school, last, 1)) return true;
  return openDayAfter(school, askedOn, every) <= today;
}

/**
 * The day of somebody who is away on these days (first and last included): where their own is one of them, or the school
 * day after, it becomes the second school day on which they are back. Undefined where it stays.
 */
export function movedDay(
  school: School,
  dueOn: string,
  away: readonly { readonly from: string; readonly to: string }[],
): string | undefined {
  const over = away.find(({ from, to }) => from <= dueOn && dueOn <= openDayAfter(school, to, 1));
  return over && openDayAfter(school, over.to, 2);
}

/** School days that somebody has who joins when the day is near, or over. */
const fewestDays = 5;

/** The day of somebody who is asked for the first time today. */
export function joinersDay(school: School, dueOn: string, today: string): string {
  const earliest = openDayAfter(school, today, fewestDays);
  return dueOn < earliest ? earliest : dueOn;
}
