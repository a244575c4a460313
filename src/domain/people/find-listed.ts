import type { SchoolLibrary } from '../policies/library.ts';
import type { Actor } from './actor.ts';
import { findEntries, type SignInName } from './find-entries.ts';
import type { PersonStore } from './person-store.ts';
import type { Person } from './school.ts';

/** An entry of a school.yaml that stands for the person who acts. */
export interface Listed {
  readonly library: SchoolLibrary;
  readonly person: Person;
}

/** Every entry of the schools' lists that stands for `actor`, as `findEntries` finds them. */
export async function findListed(
  store: PersonStore,
  schools: readonly SchoolLibrary[],
  actor: Actor,
  signIn: SignInName,
): Promise<{ listed: Listed[]; taken: boolean }> {
  const entries = schools.flatMap((library) => library.school.people.map((person) => ({ library, person })));
  return findEntries(store, entries, actor, signIn);
}
