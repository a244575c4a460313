import { z } from 'zod/v4';
import { SubmissionId } from '../../domain/delivery/submission.ts';
import { reviewOutcomes } from '../../domain/reviews/review.ts';
import { adoptingBodies } from '../../domain/versions/policy-version.ts';

/** The id of a policy or of another duty, and the due date that the card showed. */
const duty = z.strictObject({
  duty: z
    .string()
    .max(200)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  dueOn: z.iso.date(),
});
const day = z.union([z.iso.date(), z.literal('')]).default('');

/** The buttons of the review calendar. */
export const reviewVerbs = {
  'reviews.list': z.strictObject({
    page: z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number),
  }),
  'reviews.begin': duty,
  'reviews.compose': duty,
  'reviews.record': duty.extend({
    submission: SubmissionId,
    outcome: z.union([z.enum(reviewOutcomes), z.literal('')]).default(''),
    body: z.enum(adoptingBodies).default('governing-board'),
    reviewedOn: day,
    nextDueOn: day,
    meeting: z.string().max(50_000).default(''),
  }),
} as const;
