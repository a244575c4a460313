import { green, red, type HealthLine } from './health-line.ts';

export interface ClockFacts {
  /** When the files of the store and of the backups were last written, and when the last ledger entry was: instants. */
  readonly written: readonly (Date | undefined)[];
  readonly lastEntry?: Date | undefined;
  /** What a service on the internet said the time is, where one was asked. */
  readonly told?: Date | undefined;
}

const toleranceMs = 5 * 60 * 1000;
/** No Staffroom that has this check ran before. */
const firstDay = Date.parse('2026-11-01T00:00:00Z');

/** Whether the clock is not behind what was done before. Instants in UTC: the change to summer time moves none of them. */
export function checkClock({ written, lastEntry, told }: ClockFacts, now: Date): HealthLine {
  const todo = 'ICT lead: set the clock of this machine by a time server; reminders and deadlines go by it.';
  const isAhead = (instant: Date | undefined) =>
    instant !== undefined && instant.getTime() - now.getTime() > toleranceMs;
  if (now.getTime() < firstDay) return red('clock', 'The clock shows a time before this program was made.', todo);
  if (isAhead(lastEntry)) {
    return red('clock', 'The last entry of a ledger is dated after now: the clock is wrong, or it was.', todo);
  }
  if (written.some(isAhead)) {
    return red('clock', 'A file was written at a time that is still to come: the clock is wrong, or it was.', todo);
  }
  if (told && Math.abs(told.getTime() - now.getTime()) > toleranceMs) {
    return red('clock', 'The clock is more than five minutes from what Microsoft’s servers say.', todo);
  }
  return green('clock', `The clock agrees with what was recorded${told ? ' and with Microsoft’s servers' : ''}.`);
}
