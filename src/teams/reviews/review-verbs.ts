import { z } from 'zod/v4';
import { SubmissionId } from '../../domain/delivery/submission.ts';
import { Slug } from '../../domain/people/slug.ts';
import { reviewOutcomes } from '../../domain/reviews/review.ts';
import { adoptingBodies } from '../../domain/versions/policy-version.ts';
import { day, number, text } from '../verb-fields.ts';

/** The id of a policy or of another duty, and the due date that the card showed. */
const duty = z.strictObject({
  duty: Slug.max(200),
  dueOn: z.iso.date(),
});

/** The buttons of the review calendar. */
export const reviewVerbs = {
  'reviews.list': z.strictObject({ page: number }),
  'reviews.begin': duty,
  'reviews.compose': duty,
  'reviews.record': duty.extend({
    submission: SubmissionId,
    outcome: z.union([z.enum(reviewOutcomes), z.literal('')]).default(''),
    body: z.enum(adoptingBodies).default('governing-board'),
    reviewedOn: day,
    nextDueOn: day,
    meeting: text,
  }),
} as const;
