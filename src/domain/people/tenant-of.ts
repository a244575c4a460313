import type { PersonStore } from './person-store.ts';

/** The tenant whose people a school's role holders are: the one that the bot serves, else that of the school's staff team. */
export async function tenantOf(
  persons: Pick<PersonStore, 'staffTeams'>,
  schoolId: string,
  served: string | undefined,
): Promise<string | undefined> {
  return served ?? (await persons.staffTeams()).find((team) => team.schoolId === schoolId)?.tenantId;
}
