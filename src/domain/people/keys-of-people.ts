import type { PersonKey } from './person-key.ts';
import type { PersonStore } from './person-store.ts';
import type { Person } from './school.ts';

/** The account of a person of school.yaml; undefined while Teams has not told who they are. */
export type KeyOf = (person: Person) => PersonKey | undefined;

/** Reads once which sign-in names are bound, and tells whose account is whose in that tenant. */
export async function keysOfPeople(persons: Pick<PersonStore, 'boundUpns'>, tenantId: string): Promise<KeyOf> {
  const bound = await persons.boundUpns(tenantId);
  return ({ objectId, upn }) => {
    const known = objectId ?? (upn === undefined ? undefined : bound.get(upn));
    return known === undefined ? undefined : { tenantId, objectId: known };
  };
}
