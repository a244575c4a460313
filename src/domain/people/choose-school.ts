import type { LibraryShelf } from '../policies/library-shelf.ts';
import type { Actor } from './actor.ts';
import { findListed } from './find-listed.ts';
import type { PersonStore } from './person-store.ts';
import type { Role } from './role.ts';
import type { School } from './school.ts';

/** Why somebody may not connect a place to a school, or which schools they have to choose from. */
export type ConnectRefused =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'other-school' }
  | { readonly kind: 'choose-school'; readonly schools: readonly School[] };

interface People {
  readonly store: PersonStore;
  readonly shelf: Pick<LibraryShelf, 'schools'>;
}

/** The schools where the actor holds one of `roles`. */
export async function schoolsWhere(
  { store, shelf }: People,
  { actor, lookUpUpn }: { readonly actor: Actor; readonly lookUpUpn: () => Promise<string | undefined> },
  roles: readonly Role[],
): Promise<School[]> {
  const { listed } = await findListed(store, shelf.schools(), actor, { lookUp: lookUpUpn });
  return listed
    .filter(({ person }) => person.roles.some((role) => roles.includes(role)))
    .map(({ library }) => library.school);
}

/** The school that is meant: the one that was named, else the one that the place is connected to, else the only one. */
export function chooseSchool(
  schools: readonly School[],
  named: string | undefined,
  connectedTo: string | undefined,
): { kind: 'chosen'; school: School } | Exclude<ConnectRefused, { kind: 'other-school' }> {
  const wanted = named ?? connectedTo;
  const school = schools.find(({ id }) => id === wanted) ?? (named === undefined ? onlyOne(schools) : undefined);
  if (school) return { kind: 'chosen', school };
  if (named !== undefined || schools.length === 0) return { kind: 'not-allowed' };
  return { kind: 'choose-school', schools };
}

function onlyOne(schools: readonly School[]): School | undefined {
  return schools.length === 1 ? schools[0] : undefined;
}
