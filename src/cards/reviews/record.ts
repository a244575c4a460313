import { z } from 'zod/v4';
import { proposedDue, type Duty } from '../../domain/reviews/duty.ts';
import type { Review } from '../../domain/reviews/review.ts';
import type { School } from '../../domain/people/school.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';
import { dueText, dutyText, progressText } from './review-words.ts';

const RecordView = z.strictObject({
  title: z.string(),
  hasProblem: z.boolean(),
  problem: z.string(),
  lines: Lines,
  isPolicy: z.boolean(),
  isOther: z.boolean(),
  reviewedOn: z.string(),
  nextDueOn: z.string(),
  duty: z.string(),
  dueOn: z.string(),
  submission: z.string(),
});
export type RecordView = z.infer<typeof RecordView>;

/** Asks what was decided of a policy or another duty, and when it is due next. */
export const recordCard = defineCard('reviews/record', RecordView);

export function toRecordView(input: {
  duty: Duty;
  review: Review;
  school: Pick<School, 'timeZone'>;
  today: string;
  submission: string;
  problem?: string | undefined;
}): RecordView {
  const { duty, review, school, today, submission, problem } = input;
  const isPolicy = duty.kind === 'policy';
  const months = duty.everyMonths === 1 ? 'every month' : `every ${duty.everyMonths} months`;
  return {
    title: `Record a review: ${dutyText(duty)}`,
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    lines: [`${dueText(duty, today)}; it is reviewed ${months}.`, progressText(review, duty, school)]
      .filter((text) => text !== '')
      .map((text) => ({ text })),
    isPolicy,
    isOther: !isPolicy,
    reviewedOn: today,
    nextDueOn: proposedDue(duty, today),
    duty: duty.id,
    dueOn: duty.dueOn,
    submission,
  };
}
