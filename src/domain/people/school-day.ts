import type { School } from './school.ts';

const keepAtMost = 100;
/** Building a formatter takes a hundred times as long as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar day, YYYY-MM-DD, on which `now` falls in the school's time zone: every "today" of a school is this one. */
export function schoolDay(now: Date, school: Pick<School, 'timeZone'>): string {
  const [day, month, year] = formatterFor(school.timeZone).format(now).split('/');
  return `${year}-${month}-${day}`;
}

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  if (formatters.size >= keepAtMost) formatters.clear();
  const formatter = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(timeZone, formatter);
  return formatter;
}
