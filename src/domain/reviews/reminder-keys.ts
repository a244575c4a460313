import type { PersonKey } from '../people/person-key.ts';
import type { ReviewName } from './review.ts';

/** The key of the delivery that reminds somebody of a stage. */
export function reminderKey({ schoolId, duty, dueOn }: ReviewName, stage: string, to: PersonKey): string {
  return `${schoolId}:review-due:${duty}:${dueOn}:${stage}:${to.objectId}`;
}

/** The key of the delivery that proposes an early review in the term that began on `since`. */
export function earlyKey({ schoolId, duty }: ReviewName, since: string, to: PersonKey): string {
  return `${schoolId}:review-early:${duty}:${since}:${to.objectId}`;
}
