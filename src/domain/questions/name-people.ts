import type { PersonStore } from '../people/person-store.ts';
import { roleTitles } from '../people/role.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import type { PersonKey } from '../people/person-key.ts';

/** The name of a person as the school knows it today; with their first role, where school.yaml gives them one. */
export type NamePerson = (key: PersonKey) => string;

/**
 * Reads once what is needed to put names to people of the school. School.yaml goes before the rosters of the staff
 * teams. Whoever is in neither any more is "a former colleague".
 */
export async function namePeople(
  persons: Pick<PersonStore, 'boundUpns' | 'staffTeams'>,
  { school }: SchoolLibrary,
  tenantId: string,
): Promise<NamePerson> {
  const [bound, teams] = await Promise.all([persons.boundUpns(tenantId), persons.staffTeams()]);
  const members = teams
    .filter((team) => team.schoolId === school.id && team.tenantId === tenantId)
    .flatMap((team) => team.members);
  return (key) => {
    if (key.tenantId !== tenantId) return formerly;
    const isThem = (objectId: string | undefined) => objectId === key.objectId;
    const person = school.people.find(({ objectId, upn }) => isThem(objectId ?? (upn && bound.get(upn))));
    const [role] = person?.roles ?? [];
    if (person) return role ? `${person.name}, ${roleTitles[role]}` : person.name;
    return members.find(({ objectId }) => isThem(objectId))?.name ?? formerly;
  };
}

const formerly = 'a former colleague';
