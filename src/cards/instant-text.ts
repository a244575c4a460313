import { DateTime } from 'luxon';
import { dayText } from './day-text.ts';

/** An instant (ISO 8601) as a card prints it, by the school's clock: "20 November 2026 at 10:05". */
export function instantText(instant: string, { timeZone }: { readonly timeZone: string }): string {
  const there = DateTime.fromISO(instant, { zone: timeZone });
  return `${dayText(there.toFormat('yyyy-MM-dd'))} at ${there.toFormat('HH:mm')}`;
}

/** The day of an instant there: "20 November 2026". */
export function instantDay(instant: string, { timeZone }: { readonly timeZone: string }): string {
  return dayText(DateTime.fromISO(instant, { zone: timeZone }).toFormat('yyyy-MM-dd'));
}
