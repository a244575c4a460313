import type { PersonStore, StaffTeam } from '../people/person-store.ts';

/** The connected staff teams of a school. */
export async function teamsOf(
  persons: Pick<PersonStore, 'staffTeams'>,
  schoolId: string,
): Promise<readonly StaffTeam[]> {
  return (await persons.staffTeams()).filter((team) => team.schoolId === schoolId);
}
