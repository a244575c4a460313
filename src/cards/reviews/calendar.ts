import { z } from 'zod/v4';
import { roleTitles } from '../../domain/people/role.ts';
import type { Person, School } from '../../domain/people/school.ts';
import { moveDay } from '../../domain/people/school-days.ts';
import type { CalendarRow } from '../../domain/reviews/calendar.ts';
import { mayReview, ownersOf } from '../../domain/reviews/who-reviews.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { defineCard } from '../define-card.ts';
import { PageFields, pageFields } from '../signoffs/name-sections.ts';
import { countsText, dueText, dutyText, lastText, progressText } from './review-words.ts';

const CalendarView = z.strictObject({
  title: z.string(),
  counts: z.string(),
  isEmpty: z.boolean(),
  empty: z.string(),
  rows: z.array(
    z.strictObject({
      name: z.string(),
      isOverdue: z.boolean(),
      overdue: z.string(),
      isDue: z.boolean(),
      due: z.string(),
      hasProgress: z.boolean(),
      progress: z.string(),
      about: z.string(),
      mayReview: z.boolean(),
      mayBegin: z.boolean(),
      duty: z.string(),
      dueOn: z.string(),
    }),
  ),
  hasLater: z.boolean(),
  later: z.string(),
  ...PageFields,
});
export type CalendarView = z.infer<typeof CalendarView>;

/** What is overdue, due, in review and current, of the next twelve months. */
export const calendarCard = defineCard('reviews/calendar', CalendarView);

const perPage = 5;
const shownDays = 366;

/** The page with this number, for `person`, who gets the buttons of what is theirs. `school` has the absences. */
export function toCalendarView(input: {
  rows: readonly CalendarRow[];
  school: School;
  person: Person | undefined;
  today: string;
  page: number;
}): CalendarView {
  const { rows, school, person, today } = input;
  const until = moveDay(today, shownDays);
  const shown = rows.filter(({ duty }) => duty.dueOn <= until);
  const later = rows.length - shown.length;
  const { at, fields } = pageFields(input.page, Math.max(1, Math.ceil(shown.length / perPage)));
  return {
    title: `Reviews at ${cutText(school.name, 300)}`,
    counts: countsText(rows),
    isEmpty: shown.length === 0,
    empty: 'Nothing is due in the next twelve months.',
    rows: shown.slice(at * perPage, (at + 1) * perPage).map(({ duty, review, isOverdue, last }) => {
      const progress = progressText(review, duty, school);
      const may = mayReview(school, person, duty, today);
      return {
        name: dutyText(duty),
        isOverdue,
        overdue: isOverdue ? dueText(duty, today) : '',
        isDue: !isOverdue,
        due: isOverdue ? '' : dueText(duty, today),
        hasProgress: progress !== '',
        progress,
        about: [ownerText(school, duty.owner, today), lastText(last)].filter(Boolean).join(' · '),
        mayReview: may,
        mayBegin: may && !review.begun && !review.done,
        duty: duty.id,
        dueOn: duty.dueOn,
      };
    }),
    hasLater: later > 0,
    later: `${later} more ${later === 1 ? 'is' : 'are'} due after ${dayText(until)}.`,
    ...fields,
  };
}

function ownerText(school: School, owner: CalendarRow['duty']['owner'], today: string): string {
  const names = ownersOf(school, { owner }, today).map(({ name }) => cutText(name, 160));
  return [roleTitles[owner], names.slice(0, 3).join(' and ')].filter(Boolean).join(': ');
}
