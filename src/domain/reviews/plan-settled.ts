import type { Delivery } from '../delivery/delivery.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import type { KeyOf } from '../people/keys-of-people.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Person } from '../people/school.ts';
import type { Duty } from './duty.ts';
import { earlyKey, reminderKey } from './reminder-keys.ts';
import type { ReviewChange } from './review-store.ts';
import { nextReview, type Review } from './review.ts';
import { chairStageName, stageName } from './stage.ts';

/**
 * The reviews whose reminders may still stand in chats as if there were something to do: their duty is due on another day by
 * now. What the library does not have any more, as its file cannot be read, is not taken for done.
 */
export function toSettle(reviews: readonly Review[], duties: readonly Duty[]): Review[] {
  return reviews.filter(({ duty: id, dueOn, told }) => {
    const now = duties.find((duty) => duty.id === id);
    return now !== undefined && now.dueOn !== dueOn && !told.settled && Object.keys(told).length > 0;
  });
}

/** The keys of every reminder of a review that may have been owed to somebody of school.yaml. */
export function remindersOf(review: Review, people: readonly Person[], keyOf: KeyOf): string[] {
  const { owner = -1, chair = -1, early } = review.told;
  const stages = [
    ...Array.from({ length: owner + 1 }, (_, stage) => stageName(stage)),
    ...Array.from({ length: chair + 1 }, (_, stage) => chairStageName(stage)),
  ];
  const keysTo = (to: PersonKey) => [
    ...stages.map((stage) => reminderKey(review, stage, to)),
    ...(early === undefined ? [] : [earlyKey(review, early, to)]),
  ];
  return people.flatMap((person) => keyOf(person) ?? []).flatMap(keysTo);
}

/** Each of the reminders that somebody has, or gets this moment, says in its place what became of it. Once. */
export function settledChange(review: Review, reminders: readonly Delivery[], at: string): ReviewChange {
  const { schoolId, duty, dueOn, told } = review;
  const shown = reminders.filter(({ state }) => state === 'sent' || state === 'sending');
  const owed = shown.map(({ key: of, to }) => {
    const key = of.replace(`${schoolId}:`, `${schoolId}:review-settled:`);
    return newDelivery({ key, schoolId, subject: { kind: 'review-settled', duty, dueOn, of }, to }, at);
  });
  return { review: nextReview(review, { told: { ...told, settled: true } }), at, then: { owed, entries: [] } };
}
