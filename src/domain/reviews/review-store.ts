import type { Act } from '../delivery/act.ts';
import type { Consequences } from '../delivery/consequences.ts';
import type { Review } from './review.ts';

/** What somebody does with a review. An act is taken once for each. */
export const reviewDeeds = ['begin', 'record'] as const;
export type ReviewDeed = (typeof reviewDeeds)[number];

/** One atomic step: the next revision of a review, with what follows from it. */
export interface ReviewChange {
  /** Of revision 1 where there is none yet. */
  readonly review: Review;
  /** The person's act that makes it; without: a job, which reads before it writes. */
  readonly once?: { readonly act: Act; readonly deed: ReviewDeed } | undefined;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly then: Consequences;
}

/**
 * - `recorded`: all of it
 * - `overtaken`: nothing; the review is not of the revision before any more
 * - `seen`: nothing; the act came before, and was recorded
 */
export type ReviewRecorded = 'recorded' | 'overtaken' | 'seen';

/** The reviews of policies and other duties. Every method is atomic; what resolved is durable. */
export interface ReviewStore {
  /** Every review of the school, in the order in which something first happened to them. */
  reviews(schoolId: string): Promise<Review[]>;
  record(change: ReviewChange): Promise<ReviewRecorded>;
}
