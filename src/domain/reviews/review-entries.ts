import type { EntryDraft, Facts } from '../ledger/entry.ts';
import type { ReviewName } from './review.ts';

/**
 * What the ledger says of a review: days and counts, no names and nothing typed. Who did it stands with the review.
 * - `review-reminded`: so many people were told, of which stage
 * - `review-proposed`: an early one, to so many owners, in the term that began then
 * - `review-begun`, `review-recorded`
 */
export type ReviewEntry = 'review-reminded' | 'review-proposed' | 'review-begun' | 'review-recorded';

export function reviewEntry(
  { schoolId, duty, dueOn }: ReviewName,
  kind: ReviewEntry,
  at: string,
  facts: Facts = {},
): EntryDraft {
  return { schoolId, chain: 'signoffs', at, kind, facts: { duty, dueOn, ...facts } };
}
