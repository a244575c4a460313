import type { School } from './school.ts';

const keepAtMost = 100;
/** Building a formatter takes a hundred times as long as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();
/** The day of the quarter of an hour asked for last, by time zone: midnight is at a full quarter in every zone. */
const lastDays = new Map<string, { readonly quarter: number; readonly day: string }>();
const quarterMs = 15 * 60_000;

/** The calendar day, YYYY-MM-DD, on which `now` falls in the school's time zone: every "today" of a school is this one. */
export function schoolDay(now: Date, school: Pick<School, 'timeZone'>): string {
  const { timeZone } = school;
  const quarter = Math.floor(now.getTime() / quarterMs);
  const last = lastDays.get(timeZone);
  if (last?.quarter === quarter) return last.day;
  const [date, month, year] = formatterFor(timeZone).format(now).split('/');
  const day = `${year}-${month}-${date}`;
  if (lastDays.size >= keepAtMost) lastDays.clear();
  lastDays.set(timeZone, { quarter, day });
  return day;
}

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  if (formatters.size >= keepAtMost) formatters.clear();
  const formatter = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(timeZone, formatter);
  return formatter;
}
