import { DateTime } from 'luxon';
import type { School } from '../people/school.ts';
import { mostADay } from './broadcast-draft.ts';
import type { Broadcast } from './broadcast.ts';

/** At most `count` broadcasts of a school may go out from the instant `from` on and before `until`. */
export interface DayLimit {
  readonly count: number;
  readonly from: string;
  readonly until: string;
}

/** The limit of the school's own day on which the instant `sendAt` falls. */
export function dayLimit({ timeZone }: Pick<School, 'timeZone'>, sendAt: Date): DayLimit {
  const day = DateTime.fromJSDate(sendAt, { zone: timeZone }).startOf('day');
  const instant = (at: DateTime) => at.toJSDate().toISOString();
  return { count: mostADay, from: instant(day), until: instant(day.plus({ days: 1 })) };
}

/** Whether this one goes out then. What was ended before its time reached nobody and counts for nothing. */
export function goesOutIn({ from, until }: DayLimit, { sendAt, ended }: Pick<Broadcast, 'sendAt' | 'ended'>): boolean {
  return sendAt >= from && sendAt < until && (!ended || ended.at > sendAt);
}
