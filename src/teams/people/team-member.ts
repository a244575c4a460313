import { z } from 'zod/v4';
import type { RosterMember } from '../../domain/people/roster-reader.ts';

const text = z.string().min(1).optional().catch(undefined);

/** One member as Teams' roster gives them. The object id comes under either of two names. */
const TeamMember = z.object({
  id: text,
  name: text,
  aadObjectId: text,
  objectId: text,
  userPrincipalName: text,
  userRole: text,
  tenantId: text,
});

/** Reads a roster entry of a team in `tenantId`. A guest is who Teams calls one, has a guest's sign-in name, or belongs to another tenant. */
export function toRosterMember(entry: unknown, tenantId: string): RosterMember {
  const {
    id: teamsId,
    name,
    aadObjectId,
    objectId,
    userPrincipalName,
    userRole,
    tenantId: home,
  } = TeamMember.parse(entry);
  const upn = userPrincipalName?.toLowerCase();
  const guest =
    (userRole !== undefined && userRole.toLowerCase() !== 'user') ||
    (upn?.includes('#ext#') ?? false) ||
    (home !== undefined && home.toLowerCase() !== tenantId);
  return { objectId: (aadObjectId ?? objectId)?.toLowerCase(), teamsId, name: name ?? '', upn, guest };
}
