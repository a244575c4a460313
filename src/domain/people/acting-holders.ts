import { holdersOf } from './holders-of.ts';
import type { Role } from './role.ts';
import type { Person, School } from './school.ts';

/** Somebody who answers for a role: in that role, or in the one of theirs that stands in for it. */
export interface ActingHolder {
  readonly person: Person;
  readonly role: Role;
}

/** Which role takes another's place on a day when nobody who holds that one is there or covered. */
const standIns: Partial<Record<Role, Role>> = {
  head: 'deputyHead',
  chair: 'registeredPerson',
  registeredPerson: 'chair',
};

/**
 * Who answers for `role` on `today`: the holders who are here, whoever covers for the others, and where that is nobody the
 * role that stands in for it (the deputy head, the registered person). Nobody twice.
 */
export function actingHolders(school: School, role: Role, today: string): ActingHolder[] {
  const own = present(school, role, today);
  const standIn = standIns[role];
  return own.length > 0 || !standIn ? own : present(school, standIn, today);
}

/** Everybody who could be meant by `role` on `today`: who holds it, away or not, and who answers for it. Nobody twice. */
export function standingFor(school: School, role: Role, today: string): ActingHolder[] {
  const holders = holdersOf(school, role, today).map(({ person }) => ({ person, role }));
  return once([...holders, ...actingHolders(school, role, today)]);
}

function present(school: School, role: Role, today: string): ActingHolder[] {
  return once(
    holdersOf(school, role, today).flatMap(({ person, away, coveredBy }) => {
      if (!away) return [{ person, role }];
      return coveredBy ? [{ person: coveredBy, role }] : [];
    }),
  );
}

function once(holders: readonly ActingHolder[]): ActingHolder[] {
  return holders.filter(({ person }, at) => holders.findIndex((other) => other.person.id === person.id) === at);
}
