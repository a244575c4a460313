/**
 * So many activities of one person a minute are answered whatever they are; beyond that what only asks or looks is put
 * off, and nothing that somebody reports, signs or is in danger for (reliability.md, A9). Nobody reads 20 answers a minute;
 * the longest dialog, a report, takes 9 cards.
 */
export const activityLimit = { most: 20, windowMs: 60_000 } as const;

/** The minute that began with somebody's first activity, and how many came in it. Instants are milliseconds. */
export interface ActivityMinute {
  readonly from: number;
  readonly count: number;
}

/** Counts one more activity: in the minute that runs, else in one that begins with it, also where the clock was set back. */
export function countActivity(minute: ActivityMinute | undefined, now: number): ActivityMinute {
  const runs = minute !== undefined && now >= minute.from && now - minute.from < activityLimit.windowMs;
  return runs ? { from: minute.from, count: minute.count + 1 } : { from: now, count: 1 };
}

/** In how many whole seconds questions are answered again; undefined while they are. */
export function secondsToWait({ from, count }: ActivityMinute, now: number): number | undefined {
  return count > activityLimit.most ? Math.max(1, Math.ceil((from + activityLimit.windowMs - now) / 1000)) : undefined;
}
