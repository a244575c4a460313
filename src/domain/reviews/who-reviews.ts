import { actingHolders } from '../people/acting-holders.ts';
import type { KeyOf } from '../people/keys-of-people.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Person, School } from '../people/school.ts';
import { mayAdopt } from '../versions/adopt-version.ts';
import type { Duty } from './duty.ts';

/** Who answers for a duty on `today`: its owner or whoever covers; where that is nobody, the head. `school` has the absences. */
export function ownersOf(school: School, { owner }: Pick<Duty, 'owner'>, today: string): Person[] {
  const own = actingHolders(school, owner, today);
  return (own.length > 0 ? own : actingHolders(school, 'head', today)).map(({ person }) => person);
}

/** The accounts to remind: the owners', or where Teams knows none of them the head's. */
export function keysOfOwners(school: School, duty: Pick<Duty, 'owner'>, today: string, keyOf: KeyOf): PersonKey[] {
  const own = ownersOf(school, duty, today).flatMap((person) => keyOf(person) ?? []);
  return own.length > 0 ? own : keysOfRole(school, 'head', today, keyOf);
}

/** The accounts of who answers for the chair. */
export function keysOfChair(school: School, today: string, keyOf: KeyOf): PersonKey[] {
  return keysOfRole(school, 'chair', today, keyOf);
}

function keysOfRole(school: School, role: 'head' | 'chair', today: string, keyOf: KeyOf): PersonKey[] {
  return actingHolders(school, role, today).flatMap(({ person }) => keyOf(person) ?? []);
}

/** Whether this person may begin and record the review of a duty: its owner, the head, a delegate, the chair, or who stands in. */
export function mayReview(
  school: School,
  person: Person | undefined,
  duty: Pick<Duty, 'owner'>,
  today: string,
): boolean {
  if (!person) return false;
  return mayReviewAll(school, person, today) || ownersOf(school, duty, today).some(({ id }) => id === person.id);
}

/** Whether this person may see the calendar: whoever may review something in it. */
export function maySeeReviews(
  school: School,
  person: Person | undefined,
  duties: readonly Pick<Duty, 'owner'>[],
  today: string,
): boolean {
  if (!person) return false;
  return mayReviewAll(school, person, today) || duties.some((duty) => mayReview(school, person, duty, today));
}

function mayReviewAll(school: School, person: Person, today: string): boolean {
  return (
    mayAdopt(school, person, today) || actingHolders(school, 'chair', today).some((one) => one.person.id === person.id)
  );
}
