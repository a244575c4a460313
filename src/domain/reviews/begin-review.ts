import type { Act } from '../delivery/act.ts';
import type { Actor } from '../people/actor.ts';
import { recordFresh } from '../signoffs/record-fresh.ts';
import type { Duty } from './duty.ts';
import { findDuty, type DutyFound, type ReviewDesk, type ReviewRequest } from './find-duty.ts';
import { reviewEntry } from './review-entries.ts';
import { nextReview, type Review } from './review.ts';

/** What somebody does with the review of `duty`, which their card shows due on `dueOn`. */
export interface ReviewAct extends ReviewRequest {
  readonly act: Act;
  readonly actor: Actor;
  readonly duty: string;
  readonly dueOn?: string | undefined;
}

/** Why nothing changed; `moved` has the review that was recorded before. */
export type NotReviewed = Exclude<DutyFound, { kind: 'found' }>;

/** `begun`: it is in review now, by whoever began it first. */
export type ReviewBegun = { readonly kind: 'begun'; readonly duty: Duty; readonly review: Review } | NotReviewed;

/** Notes that a duty is in review. Whoever does so again changes nothing. Rejects when the store fails: then nothing changed. */
export function beginReview(desk: ReviewDesk, request: ReviewAct): Promise<ReviewBegun> {
  return recordFresh(async () => {
    const found = await findDuty(desk, request);
    if (found.kind !== 'found') return found;
    const { duty, review: before } = found;
    if (before.begun) return { kind: 'begun', duty, review: before };
    const { tenantId, objectId } = request.actor;
    const at = desk.now().toISOString();
    const review = nextReview(before, { begun: { by: { tenantId, objectId }, at } });
    const once = { act: request.act, deed: 'begin' } as const;
    const then = { owed: [], entries: [reviewEntry(review, 'review-begun', at)] };
    const recorded = await desk.reviews.record({ review, once, at, then });
    return recorded === 'recorded' ? { kind: 'begun', duty, review } : { kind: 'overtaken' };
  });
}
