import { messageCard } from '../../cards/messages/message.ts';
import { bodyText, dutyText, progressText } from '../../cards/reviews/review-words.ts';
import { dayText } from '../../cards/day-text.ts';
import type { School } from '../../domain/people/school.ts';
import type { NotReviewed } from '../../domain/reviews/begin-review.ts';
import type { Duty } from '../../domain/reviews/duty.ts';
import { waitsForText, type ReviewFault } from '../../domain/reviews/record-review.ts';
import type { Review } from '../../domain/reviews/review.ts';
import type { Pressed } from '../on-verb.ts';

export const reviewSummary = 'Staffroom: reviews of your policies';

const say = (title: string, ...paragraphs: string[]): Pressed => ({
  card: messageCard.render({ title, paragraphs }),
  replaces: false,
  summary: reviewSummary,
});

/** It is in review now, or was before. */
export function begunReply(duty: Duty, review: Review, school: School): Pressed {
  const paragraphs = [
    `${progressText(review, duty, school)}. It stays due on ${dayText(duty.dueOn)} until the review is recorded.`,
    `Once it is decided, write “record review of ${duty.id}”. Or write “reviews” and press “Record a review”.`,
  ];
  return { ...say(dutyText(duty), ...paragraphs), replaces: true };
}

/** What was recorded, now or before, and what it leads to. */
export function recordedReply(duty: Duty, { done }: Review): Pressed {
  if (!done) return overtaken();
  const decided = `Reviewed on ${dayText(done.reviewedOn)} by ${bodyText(done.body)}: ${done.outcome}. It is recorded.`;
  const next =
    done.nextDueOn === undefined || waitsForText(duty, done.outcome)
      ? [
          'Its date is not moved yet: the new text brings its own. Put it into the school’s folder with its reviewDue.',
          'Then write “versions” and put it in force. Until then its owner goes on being reminded.',
        ]
      : [`It is due next on ${dayText(done.nextDueOn)}. Answers from it show that date within a minute.`];
  return { ...say(dutyText(duty), decided, ...next), replaces: true };
}

/** Why nothing was changed. */
export function notReviewed(outcome: NotReviewed): Pressed {
  switch (outcome.kind) {
    case 'moved':
      return recordedReply(outcome.duty, outcome.review);
    case 'overtaken':
      return overtaken();
    case 'not-yours':
      return notYours();
    case 'not-found':
      return say(
        'There is nothing of that name to review',
        'Your school has no policy with a review date, and no other duty, under that name. Nothing was changed.',
        'Write “reviews” to see them all.',
      );
  }
}

export const notYours = (): Pressed =>
  say(
    'Reviews are for those who answer for them',
    'The head, the chair, a delegate named by the school, and whoever owns a policy can see and record its review. Nothing was changed.',
    'You can ask about any policy; the answer shows when it is due for review.',
  );

export const inPrivate = (): Pressed =>
  say(
    'Please write to Staffroom in your own chat',
    'Reviews are shown and recorded there, where nobody else reads along. Nothing was changed.',
  );

const overtaken = (): Pressed =>
  say(
    'That changed in the meantime',
    'Its date is another one by now, or somebody else recorded something. Nothing was changed by you.',
    'Write “reviews” to see how it stands.',
  );

/** What is missing in the form. */
export const faults: Readonly<Record<ReviewFault, string>> = {
  outcome: 'Please say whether it stays unchanged. Nothing was changed.',
  day: 'The day on which it was decided is missing, or is no day. Nothing was changed.',
  'day-ahead': 'That day is still to come. Record it once it has been decided. Nothing was changed.',
  'next-day': 'The next date is no day that exists. Nothing was changed.',
  'next-past': 'The next date is today or past. Please give one that is still to come. Nothing was changed.',
  'next-far': 'The next date is more than ten years ahead. Please give an earlier one. Nothing was changed.',
  'next-taken': 'It was due on that day before. Please give another next date. Nothing was changed.',
  'too-long': 'The meeting may have 400 characters. Nothing was changed.',
};
