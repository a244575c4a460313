import { keysOfPeople } from '../../domain/people/keys-of-people.ts';
import type { PersonKey } from '../../domain/people/person-key.ts';
import type { PersonStore } from '../../domain/people/person-store.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { namePeople, type NamePerson } from '../../domain/questions/name-people.ts';

/** Who is of a school, and what they are called there. */
export interface SchoolRegister {
  has(person: PersonKey): boolean;
  readonly name: NamePerson;
}

const keptMs = 1_000;

/**
 * Reads who is of a school at most once a second: thousands of copies of one message go out together, and each asks. Whoever
 * left in that second may still get theirs.
 */
export function createSchoolRegister({
  persons,
  now,
}: {
  readonly persons: Pick<PersonStore, 'staffTeams' | 'boundUpns'>;
  readonly now: () => Date;
}): (library: SchoolLibrary, tenantId: string) => Promise<SchoolRegister> {
  let kept: { library: SchoolLibrary; tenantId: string; at: number; register: Promise<SchoolRegister> } | undefined;
  return (library, tenantId) => {
    const at = now().getTime();
    const isFresh = kept?.library === library && kept.tenantId === tenantId && Math.abs(at - kept.at) < keptMs;
    if (!kept || !isFresh) {
      const register = readRegister(persons, library, tenantId);
      kept = { library, tenantId, at, register };
      register.catch(() => (kept = undefined)); // the next one reads again
    }
    return kept.register;
  };
}

async function readRegister(
  persons: Pick<PersonStore, 'staffTeams' | 'boundUpns'>,
  library: SchoolLibrary,
  tenantId: string,
): Promise<SchoolRegister> {
  const { school } = library;
  const [teams, keyOf, name] = await Promise.all([
    persons.staffTeams(),
    keysOfPeople(persons, tenantId),
    namePeople(persons, library, tenantId),
  ]);
  const known = new Set([
    ...teams
      .filter((team) => team.schoolId === school.id && team.tenantId === tenantId)
      .flatMap(({ members }) => members.map(({ objectId }) => objectId)),
    ...school.people.flatMap((person) => keyOf(person)?.objectId ?? []),
  ]);
  return { name, has: (person) => person.tenantId === tenantId && known.has(person.objectId) };
}
