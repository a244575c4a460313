import type { Review, ReviewDone } from '../../src/domain/reviews/review.ts';
import { at, owner, schoolId } from './sample-facts.ts';

/** The review of the `n`th duty, of which somebody was told. */
export const review = (n: number, changed: Partial<Review> = {}): Review => ({
  schoolId,
  duty: `duty-${n}`,
  dueOn: '2026-12-18',
  told: { owner: 2 },
  revision: 1,
  ...changed,
});

export const decided: ReviewDone = {
  at: at(9),
  by: owner,
  outcome: 'unchanged',
  body: 'committee',
  reviewedOn: '2026-11-18',
  meeting: 'Autumn “é” meeting',
  nextDueOn: '2027-12-18',
};
