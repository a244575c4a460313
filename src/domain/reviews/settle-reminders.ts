import type { DeliveryStore } from '../delivery/delivery-store.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { keysOfPeople } from '../people/keys-of-people.ts';
import { schoolDay } from '../people/school-day.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import { recordFresh } from '../signoffs/record-fresh.ts';
import { readReviews } from './find-duty.ts';
import type { FollowReviewsDesk } from './follow-reviews.ts';
import { remindersOf, settledChange, toSettle } from './plan-settled.ts';

export interface SettleRemindersDesk extends FollowReviewsDesk {
  readonly deliveries: Pick<DeliveryStore, 'find'>;
}

/**
 * Owes each reminder whose duty is due on another day by now that its place says so, and gives of how many reviews. At any
 * hour, as a message that changes rings for nobody. Done twice, or by several instances at once, it changes none twice.
 * Rejects when a store fails; what was recorded by then stays so.
 */
export async function settleReminders(desk: SettleRemindersDesk, library: SchoolLibrary): Promise<number> {
  const { id: schoolId, people } = library.school;
  const team = (await desk.persons.staffTeams()).find((one) => one.schoolId === schoolId);
  if (!team) return 0;
  const unsettled = async () => {
    const { reviews, duties } = await readReviews(desk, { library, today: schoolDay(desk.now(), library.school) });
    return toSettle(reviews, duties);
  };
  let settled = 0;
  for (const { duty, dueOn } of await unsettled()) {
    const outcome = await recordFresh(async () => {
      const review = (await unsettled()).find((one) => one.duty === duty && one.dueOn === dueOn);
      if (!review) return { kind: 'seen' as const };
      const keyOf = await keysOfPeople(desk.persons, team.tenantId);
      const reminders = await findAll(desk.deliveries, remindersOf(review, people, keyOf));
      return { kind: await desk.reviews.record(settledChange(review, reminders, desk.now().toISOString())) };
    });
    if (outcome.kind === 'recorded') settled += 1;
  }
  return settled;
}

/** One at a time: there may be hundreds, once for each review, and people wait for the store too. */
async function findAll(deliveries: Pick<DeliveryStore, 'find'>, keys: readonly string[]): Promise<Delivery[]> {
  const found: Delivery[] = [];
  for (const key of keys) {
    const delivery = await deliveries.find(key);
    if (delivery) found.push(delivery);
  }
  return found;
}
