/**
 * Why the clock is not believed:
 * - `first-run`: there is nothing yet to compare it with
 * - `behind`: something was stored, or the last run was, at a later time than it shows
 * - `ahead`: it shows a time long after the last run: it jumped, or the bot was off for days
 */
export type ClockFault = 'first-run' | 'behind' | 'ahead';

const hourMs = 60 * 60 * 1000;
/** Clocks of several instances differ by so much at most. */
export const clockToleranceMs = 5 * 60 * 1000;
/** The runs are nightly; after a gap of more than these a person says what day it is. */
export const longestGapMs = 4 * 24 * hourMs;

/**
 * Whether what is due by `now` may be destroyed. `newest` is the latest instant that is stored of anything, `lastRun` when
 * a run last believed the clock: a clock that jumped between two runs is found by it, whatever was stored since.
 */
export function clockFault({
  newest,
  lastRun,
  now,
}: {
  readonly newest: string | undefined;
  readonly lastRun: string | undefined;
  readonly now: Date;
}): ClockFault | undefined {
  const isBehind = (at: string | undefined) => at !== undefined && Date.parse(at) - now.getTime() > clockToleranceMs;
  if (isBehind(newest) || isBehind(lastRun)) return 'behind';
  if (lastRun === undefined) return 'first-run';
  return now.getTime() - Date.parse(lastRun) > longestGapMs ? 'ahead' : undefined;
}
