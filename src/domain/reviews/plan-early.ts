import { newDelivery } from '../delivery/new-delivery.ts';
import { isAskingTime } from '../people/asking-time.ts';
import type { KeyOf } from '../people/keys-of-people.ts';
import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import { schoolDay } from '../people/school-day.ts';
import type { School } from '../people/school.ts';
import type { HandedQuestion } from '../questions/handed-question.ts';
import type { Duty } from './duty.ts';
import { earlyKey } from './reminder-keys.ts';
import { reviewEntry } from './review-entries.ts';
import type { ReviewChange } from './review-store.ts';
import { nextReview, reviewOf, type Review } from './review.ts';
import { stageOn } from './stage.ts';
import { keysOfOwners } from './who-reviews.ts';

/** So many questions about one policy in one term propose to review it early. */
const manyQuestions = 3;

/** The first day of the term of school.yaml that `today` is in. */
function termBegan({ terms }: Pick<School, 'terms'>, today: string): string | undefined {
  return terms.find(({ from, to }) => from <= today && today <= to)?.from;
}

/** How many questions about the policy were handed to this person since a day: they know of them, and nobody else does. */
export function questionsAbout(
  questions: readonly HandedQuestion[],
  { to, policy, since, school }: { to: PersonKey; policy: string; since: string; school: School },
): number {
  const isMeant = ({ owner, clause, askedAt }: HandedQuestion) =>
    isSamePerson(owner, to) && clause?.startsWith(`${policy}#`) && schoolDay(new Date(askedAt), school) >= since;
  return questions.filter(isMeant).length;
}

/**
 * The proposals, once a term, to review a policy early: to whoever owns it and was handed three questions about it in this
 * term. None of what is in review, or near enough to be reminded of. `questions` are those of the owners.
 */
export function planEarly({
  school,
  duties,
  reviews,
  questions,
  keyOf,
  now,
}: {
  readonly school: School;
  readonly duties: readonly Duty[];
  readonly reviews: readonly Review[];
  readonly questions: readonly HandedQuestion[];
  readonly keyOf: KeyOf;
  readonly now: Date;
}): ReviewChange[] {
  const today = schoolDay(now, school);
  const since = termBegan(school, today);
  if (since === undefined || !isAskingTime(school, now)) return [];
  const at = now.toISOString();
  return duties.flatMap((duty) => {
    const { id: policy, schoolId, dueOn } = duty;
    const review = reviewOf(reviews, { schoolId, duty: policy, dueOn });
    const isOver = review.begun ?? review.done ?? stageOn(school, dueOn, today);
    if (duty.kind !== 'policy' || isOver !== undefined || review.told.early === since) return [];
    const asked = keysOfOwners(school, duty, today, keyOf).filter(
      (to) => questionsAbout(questions, { to, policy, since, school }) >= manyQuestions,
    );
    if (asked.length === 0) return [];
    const subject = { kind: 'review-early', duty: policy, dueOn, since } as const;
    const owed = asked.map((to) => newDelivery({ key: earlyKey(review, since, to), schoolId, subject, to }, at));
    const entry = reviewEntry(review, 'review-proposed', at, { owners: owed.length, since });
    const { settled: _over, ...before } = review.told; // its day counts again
    const told = { ...before, early: since };
    return [{ review: nextReview(review, { told }), at, then: { owed, entries: [entry] } }];
  });
}
