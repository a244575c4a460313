import { DateTime } from 'luxon';

const months = 'January February March April May June July August September October November December'.split(' ');
const printed = new RegExp(`\\b(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+)?(${months.join('|')})\\s+(20\\d\\d)\\b`, 'gi');

/** A date as printed; without a day it stands for the whole month. */
export interface PrintedDate {
  readonly year: number;
  readonly month: number;
  readonly day?: number;
  readonly printed: string;
}

/** Every date of the form "12 March 2026" or "March 2026" in `text`, in order. */
export function printedDates(text: string): PrintedDate[] {
  return [...text.matchAll(printed)].map(([whole, day, month = '', year]) => ({
    year: Number(year),
    month: months.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1,
    ...(day !== undefined && { day: Number(day) }),
    printed: whole,
  }));
}

/** Whether `iso` (YYYY-MM-DD) is the printed day, or lies in the printed month. */
export function isSameDate({ year, month, day }: PrintedDate, iso: string): boolean {
  const [isoYear, isoMonth, isoDay] = iso.split('-').map(Number);
  return isoYear === year && isoMonth === month && (day === undefined || day === isoDay);
}

/** The last day of a printed date, YYYY-MM-DD. */
export function lastDayOfDate({ year, month, day }: PrintedDate): string {
  const date = DateTime.utc(year, month, day ?? 1);
  return (day === undefined ? date.endOf('month') : date).toISODate() ?? '';
}

/** The last day of a year, YYYY-MM-DD. */
export function lastDayOf(year: string): string {
  return `${year}-12-31`;
}

/** "31 March 2027" from 2027-03-31. */
export function longDate(iso: string): string {
  return DateTime.fromISO(iso, { zone: 'utc' }).setLocale('en-GB').toFormat('d MMMM yyyy');
}

/** Whole months from one day to another; both YYYY-MM-DD. */
export function monthsBetween(from: string, to: string): number {
  const [start, end] = [DateTime.fromISO(from, { zone: 'utc' }), DateTime.fromISO(to, { zone: 'utc' })];
  return Math.round(end.diff(start, 'months').months);
}
