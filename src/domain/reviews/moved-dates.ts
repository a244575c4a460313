import type { SchoolLibrary } from '../policies/library.ts';
import { cycleOf } from './cycle.ts';
import type { Review } from './review.ts';

/**
 * The library with the due dates to which reviews moved them, of policies (whose cycle stays the file's) and other duties. A review moves the date that it
 * was made for and no other: once a file gives another date, that one counts. The same object where nothing was moved.
 */
export function withReviews(library: SchoolLibrary, reviews: readonly Review[]): SchoolLibrary {
  const own = reviews.filter(({ schoolId }) => schoolId === library.school.id);
  let moved = false;
  const move = (duty: string, dueOn: string): string => {
    const movedTo = dayMovedTo(own, duty, dueOn);
    moved ||= movedTo !== dueOn;
    return movedTo;
  };
  const duties = library.school.duties.map((duty) => ({ ...duty, due: move(duty.id, duty.due) }));
  const policies = library.policies.map((policy) => {
    const { id, reviewDue } = policy.cover;
    if (reviewDue === undefined) return policy;
    const movedTo = move(id, reviewDue);
    return movedTo === reviewDue
      ? policy
      : { ...policy, cover: { ...policy.cover, reviewEvery: cycleOf(policy.cover), reviewDue: movedTo } };
  });
  return moved ? { ...library, school: { ...library.school, duties }, policies } : library;
}

/** From one review to the next, each day once. */
function dayMovedTo(reviews: readonly Review[], duty: string, dueOn: string): string {
  const passed = new Set<string>();
  let day = dueOn;
  for (;;) {
    passed.add(day);
    const next = reviews.find((one) => one.duty === duty && one.dueOn === day)?.done?.nextDueOn;
    if (next === undefined || passed.has(next)) return day;
    day = next;
  }
}
