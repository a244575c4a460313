import { z } from 'zod/v4';
import type { RosterMember } from '../../domain/people/roster-reader.ts';

const text = z.string().min(1).nullish().catch(undefined);

/** One page of `allMembers`, as Microsoft documents it. */
export const MembersPage = z.object({
  value: z.array(
    z.looseObject({ userId: text, displayName: text, tenantId: text, roles: z.array(z.string()).nullish() }),
  ),
  '@odata.nextLink': z.string().optional(),
});

/** Reads one of them, of a channel in `tenantId`. Whoever has no Entra account, or none that Graph names, is without an id. */
export function fromGraph(
  { userId, displayName, tenantId: home, roles }: z.infer<typeof MembersPage>['value'][number],
  tenantId: string,
): RosterMember {
  const isGuest = roles?.some((role) => role.toLowerCase() === 'guest') ?? false;
  const isForeign = typeof home === 'string' && home.toLowerCase() !== tenantId;
  return { objectId: userId?.toLowerCase(), name: displayName ?? '', guest: isGuest || isForeign };
}
