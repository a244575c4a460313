import type { PersonKey } from '../people/person-key.ts';
import type { AdoptingBody } from '../versions/policy-version.ts';

/**
 * - `unchanged`: it stays as it is
 * - `changed`: of a policy, a new text is to be put in force, whose own review date counts from then on
 */
export const reviewOutcomes = ['unchanged', 'changed'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** What was decided. Days are YYYY-MM-DD. */
export interface ReviewDone {
  /** ISO 8601 instant at which it was recorded. */
  readonly at: string;
  readonly by: PersonKey;
  readonly outcome: ReviewOutcome;
  readonly body: AdoptingBody;
  readonly reviewedOn: string;
  /** As it was typed. */
  readonly meeting?: string | undefined;
  /** The day to which it moves the duty's; absent where a changed policy's new text brings its own. */
  readonly nextDueOn?: string | undefined;
}

/** What became of one duty on one of its due dates: what was told of it, and its review. */
export interface Review {
  readonly schoolId: string;
  /** The id of the policy, or of the duty in school.yaml. */
  readonly duty: string;
  readonly dueOn: string;
  /**
   * The newest stage that the owner and the chair were told of, and the first day of the last term in which an early review
   * was proposed; absent while there was none. `settled`: what was told says in its place that nothing is left to do.
   */
  readonly told: {
    readonly owner?: number | undefined;
    readonly chair?: number | undefined;
    readonly early?: string | undefined;
    readonly settled?: true | undefined;
  };
  /** Who began it, and when. */
  readonly begun?: { readonly by: PersonKey; readonly at: string } | undefined;
  readonly done?: ReviewDone | undefined;
  /** Counts its changes from 1. */
  readonly revision: number;
}

export type ReviewName = Pick<Review, 'schoolId' | 'duty' | 'dueOn'>;

/** The review of a duty on its due date; a new one, of revision 0, where nothing happened yet. */
export function reviewOf(reviews: readonly Review[], { schoolId, duty, dueOn }: ReviewName): Review {
  const found = reviews.find((one) => one.schoolId === schoolId && one.duty === duty && one.dueOn === dueOn);
  return found ?? { schoolId, duty, dueOn, told: {}, revision: 0 };
}

/** The next revision of a review. */
export function nextReview(review: Review, changed: Partial<Pick<Review, 'told' | 'begun' | 'done'>>): Review {
  return { ...review, ...changed, revision: review.revision + 1 };
}
