import { isDay, moveDay } from '../people/school-days.ts';
import { recordFresh } from '../signoffs/record-fresh.ts';
import type { AdoptingBody } from '../versions/policy-version.ts';
import type { NotReviewed, ReviewAct } from './begin-review.ts';
import { proposedDue, type Duty } from './duty.ts';
import { findDuty, type ReviewDesk } from './find-duty.ts';
import { reviewEntry } from './review-entries.ts';
import { nextReview, type Review, type ReviewDone, type ReviewOutcome } from './review.ts';

/** What was decided, as it was typed or chosen. Days are YYYY-MM-DD, or empty; an empty next day is the cycle's. */
export interface ReviewDecision {
  readonly outcome: ReviewOutcome | '';
  readonly body: AdoptingBody;
  readonly reviewedOn: string;
  readonly nextDueOn: string;
  readonly meeting: string;
}

/** What is missing or does not fit. */
export type ReviewFault =
  'outcome' | 'day' | 'day-ahead' | 'next-day' | 'next-past' | 'next-far' | 'next-taken' | 'too-long';

/**
 * - `recorded`: the date is moved, or, where a policy was changed, its new text is to be put in force
 * - `incomplete`: nothing changed
 */
export type ReviewRecording =
  | { readonly kind: 'recorded'; readonly duty: Duty; readonly review: Review }
  | { readonly kind: 'incomplete'; readonly what: ReviewFault; readonly duty: Duty; readonly review: Review }
  | NotReviewed;

/**
 * Records what was decided of a duty, with a ledger entry, in one step. What was recorded as changed may be recorded anew
 * while its date is not moved. Rejects when the store fails: then nothing changed.
 */
export function recordReview(
  desk: ReviewDesk,
  request: ReviewAct & { readonly decision: ReviewDecision },
): Promise<ReviewRecording> {
  return recordFresh(async () => {
    const found = await findDuty(desk, request);
    if (found.kind !== 'found') return found;
    const { duty, review: before, reviews } = found;
    const { act, actor, today, decision } = request;
    const { outcome, body, reviewedOn } = decision;
    const same = sameAsBefore(reviews, duty, decision);
    if (same) return { kind: 'moved', duty, review: same };
    const at = desk.now().toISOString();
    const nextDueOn = decision.nextDueOn || proposedDue(duty, isDay(reviewedOn) ? reviewedOn : today);
    const what = faultOf({ ...decision, nextDueOn }, { duty, reviews, today });
    if (what || outcome === '') return { kind: 'incomplete', what: what ?? 'outcome', duty, review: before };
    const meeting = decision.meeting.trim();
    const done: ReviewDone = {
      at,
      by: { tenantId: actor.tenantId, objectId: actor.objectId },
      outcome,
      body,
      reviewedOn,
      ...(meeting !== '' && { meeting }),
      ...(!waitsForText(duty, outcome) && { nextDueOn }),
    };
    const review = nextReview(before, { done });
    const facts = { outcome, body, reviewedOn, ...(done.nextDueOn !== undefined && { nextDueOn }) };
    const then = { owed: [], entries: [reviewEntry(review, 'review-recorded', at, facts)] };
    const recorded = await desk.reviews.record({ review, once: { act, deed: 'record' }, at, then });
    if (recorded === 'overtaken') return { kind: 'overtaken' };
    // Seen before: what is stored is what that act made.
    return { kind: 'recorded', duty, review: recorded === 'seen' ? before : review };
  });
}

/** The review that moved the duty to the day on which it is due now, where just that is said again. */
function sameAsBefore(
  reviews: readonly Review[],
  { id, dueOn }: Duty,
  { outcome, reviewedOn, nextDueOn }: ReviewDecision,
): Review | undefined {
  if (nextDueOn !== '' && nextDueOn !== dueOn) return undefined;
  const isSame = (done: ReviewDone) =>
    done.nextDueOn === dueOn && done.outcome === outcome && done.reviewedOn === reviewedOn;
  return reviews.find((one) => one.duty === id && one.done !== undefined && isSame(one.done));
}

/** Whether it is a new text's own date that counts next. */
export function waitsForText({ kind }: Pick<Duty, 'kind'>, outcome: ReviewOutcome | ''): boolean {
  return kind === 'policy' && outcome === 'changed';
}

const longest = 400;
/** No date is moved further than this, in days. */
const furthest = 3_660;

function faultOf(
  { outcome, reviewedOn, nextDueOn, meeting }: ReviewDecision,
  { duty, reviews, today }: { duty: Duty; reviews: readonly Review[]; today: string },
): ReviewFault | undefined {
  if (outcome === '') return 'outcome';
  if (!isDay(reviewedOn)) return 'day';
  if (reviewedOn > today) return 'day-ahead';
  if (meeting.length > longest) return 'too-long';
  if (waitsForText(duty, outcome)) return undefined;
  if (!isDay(nextDueOn)) return 'next-day';
  if (nextDueOn <= today) return 'next-past';
  if (nextDueOn > moveDay(today, furthest)) return 'next-far';
  // A day moves to another one once, so that no two reviews move one day.
  const isTaken = reviews.some((one) => one.duty === duty.id && one.dueOn === nextDueOn && one.done);
  return nextDueOn === duty.dueOn || isTaken ? 'next-taken' : undefined;
}
