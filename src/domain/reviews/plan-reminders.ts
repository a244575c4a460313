import type { Delivery } from '../delivery/delivery.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import { isAskingTime } from '../people/asking-time.ts';
import type { KeyOf } from '../people/keys-of-people.ts';
import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import { schoolDay } from '../people/school-day.ts';
import type { School } from '../people/school.ts';
import type { Duty } from './duty.ts';
import { nextReview, reviewOf, type Review, type ReviewName } from './review.ts';
import { reviewEntry } from './review-entries.ts';
import { reminderKey } from './reminder-keys.ts';
import type { ReviewChange } from './review-store.ts';
import { chairStageName, chairStageOn, stageName, stageOn } from './stage.ts';
import { keysOfChair, keysOfOwners } from './who-reviews.ts';

export interface PlanInput {
  /** With stored absences. */
  readonly school: School;
  readonly duties: readonly Duty[];
  /** The ledger of what was told and reviewed. */
  readonly reviews: readonly Review[];
  readonly keyOf: KeyOf;
  readonly now: Date;
}

/**
 * The reminders owed at `now`, a change for each duty: to its owner, and once it is overdue to the chair, of the newest stage
 * that it has reached, where they were not told of that one or a later one. None outside asking times, where nobody is known
 * by an account, and of what is decided. Planned again of what these changes leave, it gives nothing.
 */
export function planReminders({ school, duties, reviews, keyOf, now }: PlanInput): ReviewChange[] {
  if (!isAskingTime(school, now)) return [];
  const today = schoolDay(now, school);
  const at = now.toISOString();
  return duties.flatMap((duty) => {
    const review = reviewOf(reviews, { schoolId: duty.schoolId, duty: duty.id, dueOn: duty.dueOn });
    const stage = newer(stageOn(school, duty.dueOn, today), review.told.owner);
    const chairStage = newer(chairStageOn(duty.dueOn, today), review.told.chair);
    const owners = stage === undefined ? [] : keysOfOwners(school, duty, today, keyOf);
    const chairs = chairStage === undefined ? [] : keysOfChair(school, today, keyOf);
    if (owners.length + chairs.length === 0) return [];
    const { settled: _over, ...before } = review.told; // its day counts again
    const told = {
      ...before,
      ...(owners.length > 0 && { owner: stage }),
      ...(chairs.length > 0 && { chair: chairStage }),
    };
    // Whoever owns it and is the chair too reads it once.
    const toChair = chairs.filter((chair) => !owners.some((owner) => isSamePerson(owner, chair)));
    const owed = [
      ...owners.map((to) => reminderTo(review, stageName(stage ?? 0), to, at)),
      ...toChair.map((to) => reminderTo(review, chairStageName(chairStage ?? 0), to, at)),
    ];
    const entry = reviewEntry(review, 'review-reminded', at, { owners: owners.length, chairs: toChair.length });
    return [{ review: nextReview(review, { told }), at, then: { owed, entries: [entry] } }];
  });
}

const newer = (reached: number | undefined, told: number | undefined): number | undefined =>
  reached === undefined || (told !== undefined && reached <= told) ? undefined : reached;

function reminderTo(review: ReviewName, stage: string, to: PersonKey, at: string): Delivery {
  const { schoolId, duty, dueOn } = review;
  const subject = { kind: 'review-due', duty, dueOn, stage } as const;
  return newDelivery({ key: reminderKey(review, stage, to), schoolId, subject, to }, at);
}
