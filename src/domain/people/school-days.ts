import type { School } from './school.ts';

type Days = Pick<School, 'terms' | 'reporting'>;

const dayMs = 86_400_000;
/** So far ahead a term has to begin for the list of terms to say which days are school days. */
const daysAhead = 120;

/**
 * Whether the school is open on a day (YYYY-MM-DD): Monday to Friday, in a term, not closed. Where the terms of school.yaml
 * have ended, or there are none, Monday to Friday count: a list that nobody renewed must not stop everything.
 */
export function isOpenOn({ terms, reporting }: Days, day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || reporting?.closed.includes(day)) return false;
  const ahead = moveDay(day, daysAhead);
  const known = terms.filter(({ from, to }) => day <= to && from <= ahead);
  return known.length === 0 || known.some(({ from }) => from <= day);
}

/** The `count`th day after `day` on which the school is open. */
export function openDayAfter(school: Days, day: string, count: number): string {
  return openDay(school, moveDay(day, 1), 1, count);
}

/** The `count`th day before `day` on which the school was open. */
export function openDayBefore(school: Days, day: string, count: number): string {
  return openDay(school, moveDay(day, -1), -1, count);
}

/** The day itself where the school is open, else the last one before on which it was. */
export function openDayUpTo(school: Days, day: string): string {
  return openDay(school, day, -1, 1);
}

/** Whether this is a day of the calendar, as YYYY-MM-DD. */
export function isDay(day: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && moveDay(day, 0) === day;
}

export function moveDay(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * dayMs).toISOString().slice(0, 10);
}

function openDay(school: Days, first: string, step: 1 | -1, count: number): string {
  let day = first;
  // No school is closed for two years: a list that closes every day must not run for ever.
  for (let left = count, looked = 0; looked < 730; day = moveDay(day, step), looked += 1) {
    if (isOpenOn(school, day)) left -= 1;
    if (left === 0) return day;
  }
  return day;
}
