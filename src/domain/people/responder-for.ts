import type { SchoolLibrary } from '../policies/library.ts';
import { holdersOf } from './holders-of.ts';
import type { Role } from './role.ts';
import type { Person } from './school.ts';

/** Who answers for a role on a day. */
export interface Responder {
  readonly person: Person;
  readonly role: Role;
  /** Who is away and is stood in for. */
  readonly standsInFor?: Person;
}

const deputies: Partial<Record<Role, Role>> = { head: 'deputyHead', dsl: 'deputyDsl' };

/**
 * Who answers for `role` on `today`: a holder who is here, else whoever covers for one, else a deputy; else the same for
 * the head. Undefined when nobody does.
 */
export function responderFor(library: SchoolLibrary, role: Role, today: string): Responder | undefined {
  for (const wanted of [role, deputies[role], 'head', 'deputyHead'] as const) {
    const holders = wanted ? holdersOf(library.school, wanted, today) : [];
    const here = holders.find(({ away }) => !away) ?? holders.find(({ coveredBy }) => coveredBy);
    if (!here || !wanted) continue;
    const { person, coveredBy } = here;
    return coveredBy ? { person: coveredBy, role: wanted, standsInFor: person } : { person, role: wanted };
  }
  return undefined;
}
