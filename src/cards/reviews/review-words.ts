import type { CalendarRow, LastDecided } from '../../domain/reviews/calendar.ts';
import type { Duty } from '../../domain/reviews/duty.ts';
import type { Review } from '../../domain/reviews/review.ts';
import { waitsForText } from '../../domain/reviews/record-review.ts';
import type { AdoptingBody } from '../../domain/versions/policy-version.ts';
import { schoolDay } from '../../domain/people/school-day.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { bodyNames } from '../versions/version-words.ts';

type Zone = Parameters<typeof schoolDay>[1];

/** What is reviewed, as a title. */
export function dutyText({ title }: Pick<Duty, 'title'>): string {
  return cutText(title, 400);
}

/** "Overdue since 31 July 2026", "Due on 31 March 2027". */
export function dueText({ dueOn }: Pick<Duty, 'dueOn'>, today: string): string {
  return dueOn < today ? `Overdue since ${dayText(dueOn)}` : `Due on ${dayText(dueOn)}`;
}

/** Where the review stands; empty where it was not begun. */
export function progressText({ begun, done }: Review, duty: Pick<Duty, 'kind'>, school: Zone): string {
  if (done && waitsForText(duty, done.outcome))
    return `Reviewed on ${dayText(done.reviewedOn)} and changed: its new text is to be put in force`;
  return begun ? `In review since ${dayText(schoolDay(new Date(begun.at), school))}` : '';
}

/** "Reviewed on 18 November 2026 by the governing board: unchanged"; empty where nobody knows. */
export function lastText(last: LastDecided | undefined): string {
  if (!last) return '';
  const by = last.body === undefined ? '' : ` by ${bodyText(last.body)}`;
  return last.kind === 'adopted'
    ? `Adopted on ${dayText(last.on)}${by}`
    : `Reviewed on ${dayText(last.on)}${by}: ${last.outcome}`;
}

export const bodyText = (body: AdoptingBody): string => bodyNames[body];

/** "1 overdue, 2 in review, 3 due within 90 days, 4 current." */
export function countsText(rows: readonly CalendarRow[]): string {
  const count = (fits: (row: CalendarRow) => boolean) => rows.filter(fits).length;
  return [
    `${count(({ isOverdue }) => isOverdue)} overdue`,
    `${count(({ standing }) => standing === 'in-review')} in review`,
    `${count(({ standing }) => standing === 'due')} due within 90 days`,
    `${count(({ standing }) => standing === 'current')} current.`,
  ].join(', ');
}
