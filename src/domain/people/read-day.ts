import { DateTime } from 'luxon';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const forms = ['yyyy-MM-dd', 'd/M/yyyy', 'd/M/yy', 'd.M.yyyy', 'd MMMM yyyy', 'd MMM yyyy', 'MMMM d yyyy'];
const formsWithoutYear = ['d MMMM', 'd MMM', 'MMMM d', 'MMM d', 'd/M'];

/**
 * A day as people write it: "Friday", "7 December", "18/12/2026", "2026-12-18"; a weekday is the next one. Undefined where
 * it is none.
 */
export function readDay(written: string, today: string): string | undefined {
  const there = DateTime.fromISO(today, { zone: 'utc' });
  const words = written
    .trim()
    .toLowerCase()
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/\b(?:the|of|and including|including|inclusive|next|this)\b/g, ' ')
    .replace(/,/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (words === 'today') return today;
  if (words === 'tomorrow') return iso(there.plus({ days: 1 }));
  const name = weekdays.findIndex((day) => words === day || (words.length >= 3 && words === day.slice(0, 3)));
  if (name >= 0) return iso(there.plus({ days: ((name + 1 - there.weekday + 6) % 7) + 1 }));
  const dated = words.replace(new RegExp(`^(?:${weekdays.join('|')}) `), '');
  for (const form of forms) {
    const day = DateTime.fromFormat(dated, form, { zone: 'utc', locale: 'en-GB' });
    if (day.isValid) return iso(day);
  }
  for (const form of formsWithoutYear) {
    const day = DateTime.fromFormat(`${dated} ${there.year}`, `${form} yyyy`, { zone: 'utc', locale: 'en-GB' });
    // Long past is next year's; what has just gone by is more likely a slip, and is said to be past.
    if (day.isValid) return iso(there.diff(day, 'days').days > 60 ? day.plus({ years: 1 }) : day);
  }
  return undefined;
}

function iso(day: DateTime): string | undefined {
  return day.toISODate() ?? undefined;
}
