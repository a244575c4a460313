import type { StaffTeam } from './person-store.ts';

/** A team as an activity names it. Teams gives the Entra group id in some activities and leaves it out in others. */
export interface TeamPlace {
  readonly tenantId: string;
  /** The Teams id of the team (`19:…`); its roster is read under this id. */
  readonly conversationId: string;
  readonly groupId?: string;
}

/** The connected team that `place` is; undefined when no school connected it. Either id is enough, the tenant must fit. */
export function findStaffTeam(teams: readonly StaffTeam[], place: TeamPlace): StaffTeam | undefined {
  return teams.find(
    ({ tenantId, teamId, conversationId }) =>
      tenantId === place.tenantId &&
      (conversationId === place.conversationId || (place.groupId !== undefined && teamId === place.groupId)),
  );
}
