import type { AbsenceStore } from '../people/absence.ts';
import type { Person, School } from '../people/school.ts';
import { readWithAbsences } from '../people/with-absences.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import { dutiesOf, type Duty } from './duty.ts';
import { withReviews } from './moved-dates.ts';
import type { ReviewStore } from './review-store.ts';
import { reviewOf, type Review } from './review.ts';
import { mayReview, maySeeReviews } from './who-reviews.ts';

export interface ReviewDesk {
  readonly reviews: ReviewStore;
  readonly absences: Pick<AbsenceStore, 'absences'>;
  readonly now: () => Date;
}

/** Whoever looks at reviews, of which school, on which of its days. */
export interface ReviewRequest {
  /** The school's own entry for them, where it has one. */
  readonly person?: Person | undefined;
  /** What is in force; stored reviews and absences are read here. */
  readonly library: SchoolLibrary;
  /** YYYY-MM-DD in the school's time zone. */
  readonly today: string;
}

/** The reviews of a school as they stand. */
export interface ReviewsNow {
  /** With stored absences. */
  readonly school: School;
  readonly library: SchoolLibrary;
  readonly duties: readonly Duty[];
  readonly reviews: readonly Review[];
}

/** Reads them, whoever asks. */
export async function readReviews(
  desk: Omit<ReviewDesk, 'now'>,
  { library, today }: Pick<ReviewRequest, 'library' | 'today'>,
): Promise<ReviewsNow> {
  const reviews = await desk.reviews.reviews(library.school.id);
  const moved = withReviews(library, reviews);
  const school = await readWithAbsences(desk.absences, moved.school, today);
  return { school, library: moved, duties: dutiesOf(moved, today), reviews };
}

/** The same for somebody who may see them; `not-yours` for anybody else. */
export async function seeReviews(
  desk: Omit<ReviewDesk, 'now'>,
  request: ReviewRequest,
): Promise<({ readonly kind: 'seen' } & ReviewsNow) | { readonly kind: 'not-yours' }> {
  const now = await readReviews(desk, request);
  const may = maySeeReviews(now.school, request.person, now.duties, request.today);
  return may ? { kind: 'seen', ...now } : { kind: 'not-yours' };
}

/**
 * - `found`: the duty is due on that day, and they may review it
 * - `moved`: it was, and its review moved it; `review` is that one
 * - `overtaken`: its date was changed otherwise
 * - `not-yours`, `not-found`
 */
export type DutyFound =
  | { readonly kind: 'found'; readonly duty: Duty; readonly review: Review; readonly reviews: readonly Review[] }
  | { readonly kind: 'moved'; readonly duty: Duty; readonly review: Review }
  | { readonly kind: 'overtaken' | 'not-yours' | 'not-found' };

/** The duty with this id on its due date, which is the one that it has now where none is given. */
export async function findDuty(
  desk: Omit<ReviewDesk, 'now'>,
  { duty: id, dueOn, ...request }: ReviewRequest & { readonly duty: string; readonly dueOn?: string | undefined },
): Promise<DutyFound> {
  const { school, duties, reviews } = await readReviews(desk, request);
  const duty = duties.find((one) => one.id === id);
  if (!maySeeReviews(school, request.person, duties, request.today)) return { kind: 'not-yours' };
  if (!duty) return { kind: 'not-found' };
  if (!mayReview(school, request.person, duty, request.today)) return { kind: 'not-yours' };
  const named = { schoolId: duty.schoolId, duty: id, dueOn: dueOn ?? duty.dueOn };
  const review = reviewOf(reviews, named);
  if (named.dueOn === duty.dueOn) return { kind: 'found', duty, review, reviews };
  return review.done?.nextDueOn === undefined ? { kind: 'overtaken' } : { kind: 'moved', duty, review };
}
