import type { CalendarRow } from '../../domain/reviews/calendar.ts';
import { onOneLine } from '../on-one-line.ts';

/** The calendar for a person, a line each. */
export function printCalendar(rows: readonly CalendarRow[]): string {
  if (rows.length === 0) return 'No policy has a review date, and there are no other duties.\n';
  return rows.map((row) => `${lineOf(row)}\n`).join('');
}

function lineOf({ duty, standing, isOverdue, last }: CalendarRow): string {
  const { schoolId, id, title, owner, dueOn } = duty;
  const state = standing === 'in-review' && isOverdue ? 'in-review, overdue' : standing;
  const decided = last ? `, ${last.kind} on ${last.on}` : '';
  return `${dueOn}  ${schoolId}  ${id}  ${state}  ${owner}  ${onOneLine(title)}${decided}`;
}
