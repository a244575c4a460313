import { moveDay, openDayUpTo } from '../people/school-days.ts';
import type { School } from '../people/school.ts';

/** Days before the due date on which its owner is reminded; from the day after it on, weekly. */
const daysBefore = [90, 60, 30, 7] as const;
const weekMs = 7 * 86_400_000;
/** Weeks between two words to the chair. */
const chairWeeks = 4;

/**
 * The newest stage that a due date has reached on `today`, a school day: 0 to 3 for 90, 60, 30 and 7 days before, 4 once it
 * is overdue, and one more each week. A stage before the day is reached on the last school day up to its own, so that
 * holidays hide none. Undefined before the first.
 */
export function stageOn(school: School, dueOn: string, today: string): number | undefined {
  const weeks = weeksOverdue(dueOn, today);
  if (weeks !== undefined) return daysBefore.length + weeks;
  const stage = daysBefore.findLastIndex((days) => openDayUpTo(school, moveDay(dueOn, -days)) <= today);
  return stage === -1 ? undefined : stage;
}

/** The same of what the chair is told: 0 once it is overdue, and one more every four weeks. */
export function chairStageOn(dueOn: string, today: string): number | undefined {
  const weeks = weeksOverdue(dueOn, today);
  return weeks === undefined ? undefined : Math.floor(weeks / chairWeeks);
}

/** A stage as it stands in keys, deliveries and the ledger. */
export function stageName(stage: number): string {
  const days = daysBefore[stage];
  return days === undefined ? `overdue-${stage - daysBefore.length}` : `before-${days}`;
}

/** The same of a stage of the chair. */
export function chairStageName(stage: number): string {
  return `chair-${stage}`;
}

function weeksOverdue(dueOn: string, today: string): number | undefined {
  if (today <= dueOn) return undefined;
  return Math.floor((Date.parse(today) - Date.parse(moveDay(dueOn, 1))) / weekMs);
}
