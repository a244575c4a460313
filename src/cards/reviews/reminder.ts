import { z } from 'zod/v4';
import { roleTitles } from '../../domain/people/role.ts';
import type { School } from '../../domain/people/school.ts';
import { waitsForText } from '../../domain/reviews/record-review.ts';
import type { Duty } from '../../domain/reviews/duty.ts';
import type { Review } from '../../domain/reviews/review.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';
import { dueText, dutyText, progressText } from './review-words.ts';

const ReminderView = z.strictObject({
  title: z.string(),
  isOverdue: z.boolean(),
  overdue: z.string(),
  isDue: z.boolean(),
  due: z.string(),
  lines: Lines,
  mayBegin: z.boolean(),
  mayRecord: z.boolean(),
  duty: z.string(),
  dueOn: z.string(),
});
export type ReminderView = z.infer<typeof ReminderView>;

/** Tells an owner, or the chair, that something is to be reviewed. */
export const reminderCard = defineCard('reviews/reminder', ReminderView);

/** `asked`: so many questions about it were handed to whoever reads it, since that day. */
export function toEarlyView(input: {
  duty: Duty;
  review: Review;
  school: School;
  today: string;
  asked: number;
  since: string;
}): ReminderView {
  const { duty, asked, since } = input;
  const { lines: _usual, ...view } = toReminderView({ ...input, forChair: false, isOwner: true });
  const lines = [
    `Since ${dayText(since)} colleagues handed you ${asked} questions about it. It may not say enough.`,
    'You can review it early: begin its review and put it on an agenda. Nothing has to be done before its date.',
  ];
  return { ...view, title: `${dutyText(duty)}: review it early?`, lines: lines.map((text) => ({ text })) };
}

const dayMs = 86_400_000;

/** `isOwner`: whoever reads it holds the owner's role, or covers; else it comes to the head in their place. */
export function toReminderView(input: {
  duty: Duty;
  review: Review;
  school: School;
  today: string;
  forChair: boolean;
  isOwner: boolean;
}): ReminderView {
  const { duty, review, school, today, forChair, isOwner } = input;
  const isOverdue = duty.dueOn < today;
  const days = Math.round((Date.parse(duty.dueOn) - Date.parse(today)) / dayMs);
  const awaitsText = review.done !== undefined && waitsForText(duty, review.done.outcome);
  const progress = progressText(review, duty, school);
  return {
    title: `${dutyText(duty)}: ${isOverdue ? 'review overdue' : 'review due'}`,
    isOverdue,
    overdue: isOverdue ? `${dueText(duty, today)}: ${daysText(-days)}` : '',
    isDue: !isOverdue,
    due: isOverdue ? '' : `${dueText(duty, today)}: ${days === 0 ? 'today' : `in ${daysText(days)}`}`,
    lines: [
      whyText(duty, { forChair, isOwner }),
      progress && `${progress}.`,
      forChair
        ? chairText(cutText(school.name, 300))
        : todoText(duty, { awaitsText, isBegun: review.begun !== undefined }),
    ]
      .filter((text) => text !== '')
      .map((text) => ({ text })),
    mayBegin: !forChair && !review.begun && !awaitsText,
    mayRecord: !forChair && (review.begun !== undefined || awaitsText),
    duty: duty.id,
    dueOn: duty.dueOn,
  };
}

const daysText = (days: number) => (days === 1 ? '1 day' : `${days} days`);

function whyText({ owner }: Duty, { forChair, isOwner }: { forChair: boolean; isOwner: boolean }): string {
  if (forChair) return 'You get this because the governing board answers for what is overdue.';
  const role = roleTitles[owner];
  return isOwner
    ? `You get this because you answer for it (${role}).`
    : `You get this because Staffroom can reach nobody who answers for it (${role}).`;
}

const chairText = (school: string) =>
  `Whoever answers for it at ${school} is reminded each week. Please ask them how it stands.`;

function todoText({ kind, id }: Duty, { awaitsText, isBegun }: { awaitsText: boolean; isBegun: boolean }): string {
  if (awaitsText)
    return 'Put the new text in force (“versions”), with its next review date in the file. Until then this date stays.';
  const typed = `Or write “record review of ${id}”.`;
  if (isBegun) return `Once it is decided, record it: then the date moves. ${typed}`;
  const agenda = kind === 'policy' ? 'Put it on the agenda of a meeting and begin its review.' : 'Please begin it.';
  return `${agenda} Once it is decided, record it: then the date moves. ${typed}`;
}
