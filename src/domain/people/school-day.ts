import { DateTime } from 'luxon';
import type { School } from './school.ts';

/** The calendar day, YYYY-MM-DD, on which `now` falls in the school's time zone: every "today" of a school is this one. */
export function schoolDay(now: Date, school: Pick<School, 'timeZone'>): string {
  return DateTime.fromJSDate(now, { zone: school.timeZone }).toFormat('yyyy-MM-dd');
}
