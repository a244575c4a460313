import { DateTime } from 'luxon';

/** An instant (ISO 8601) as a table has it, by the school's clock: "2026-11-20 10:05", which sorts. */
export function schoolMinute(instant: string, { timeZone }: { readonly timeZone: string }): string {
  return DateTime.fromISO(instant, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm');
}
