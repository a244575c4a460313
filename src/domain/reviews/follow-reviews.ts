import { keysOfPeople } from '../people/keys-of-people.ts';
import type { AbsenceStore } from '../people/absence.ts';
import type { PersonStore } from '../people/person-store.ts';
import { schoolDay } from '../people/school-day.ts';
import { readWithAbsences } from '../people/with-absences.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import type { QuestionStore } from '../questions/question-store.ts';
import { recordFresh } from '../signoffs/record-fresh.ts';
import { dutiesOf } from './duty.ts';
import { withReviews } from './moved-dates.ts';
import { planEarly } from './plan-early.ts';
import { planReminders, type PlanInput } from './plan-reminders.ts';
import type { ReviewStore } from './review-store.ts';
import { keysOfOwners } from './who-reviews.ts';

export interface FollowReviewsDesk {
  readonly reviews: ReviewStore;
  readonly absences: Pick<AbsenceStore, 'absences'>;
  readonly persons: Pick<PersonStore, 'staffTeams' | 'boundUpns'>;
  readonly questions: Pick<QuestionStore, 'of'>;
  readonly now: () => Date;
}

/**
 * Records what is owed of a school's reviews, and gives how many duties somebody was reminded of. Nobody is reminded before
 * the school has a staff team. Done twice, or by several instances at once, it reminds nobody twice. Rejects when a store
 * fails; what was recorded by then stays so.
 */
export async function followReviews(desk: FollowReviewsDesk, library: SchoolLibrary): Promise<number> {
  const { id: schoolId } = library.school;
  const team = (await desk.persons.staffTeams()).find((one) => one.schoolId === schoolId);
  if (!team) return 0;
  const keyOf = await keysOfPeople(desk.persons, team.tenantId);
  const questionsTo = async ({ school, duties, now }: Pick<PlanInput, 'school' | 'duties' | 'now'>) => {
    const owners = duties.flatMap((duty) => keysOfOwners(school, duty, schoolDay(now, school), keyOf));
    const once = new Map(owners.map((owner) => [owner.objectId, owner]));
    return (await Promise.all([...once.values()].map((owner) => desk.questions.of(schoolId, owner)))).flat();
  };
  const plan = async () => {
    const now = desk.now();
    const today = schoolDay(now, library.school);
    const reviews = await desk.reviews.reviews(schoolId);
    const served = withReviews(library, reviews);
    const school = await readWithAbsences(desk.absences, served.school, today);
    const input = { school, duties: dutiesOf(served, today), reviews, keyOf, now };
    return [...planReminders(input), ...planEarly({ ...input, questions: await questionsTo(input) })];
  };
  let reminded = 0;
  // One at a time: what somebody else recorded meanwhile overtakes no more than one duty.
  for (const { review } of await plan()) {
    const outcome = await recordFresh(async () => {
      const change = (await plan()).find((one) => one.review.duty === review.duty);
      return { kind: change ? await desk.reviews.record(change) : ('seen' as const) };
    });
    if (outcome.kind === 'recorded') reminded += 1;
  }
  return reminded;
}
