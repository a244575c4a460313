import type { TeamPlace } from '../../domain/people/find-staff-team.ts';
import { tenantOf, type Incoming } from '../incoming.ts';

/** The team that an activity comes from; undefined outside a team, or when Teams does not say which team or tenant. */
export function teamPlaceOf(incoming: Incoming): TeamPlace | undefined {
  const { team } = incoming.channelData;
  const tenantId = tenantOf(incoming);
  if (!team?.id || !tenantId) return undefined;
  return { tenantId, conversationId: team.id, ...(team.aadGroupId && { groupId: team.aadGroupId }) };
}
