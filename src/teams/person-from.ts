import { z } from 'zod/v4';
import type { Actor } from '../domain/people/actor.ts';
import type { Incoming } from './incoming.ts';
import { tenantOf } from './incoming.ts';

const objectId = z.guid().transform((id) => id.toLowerCase());

/**
 * Who sent the activity: the Entra object id and the tenant, which Teams vouches for. Nothing that a card or a message
 * says about its sender counts. Undefined when Teams names no object id or no tenant, and for other bots.
 */
export function personFrom(incoming: Incoming): Actor | undefined {
  const id = objectId.safeParse(incoming.from.aadObjectId);
  const tenantId = tenantOf(incoming);
  if (!id.success || !tenantId || incoming.from.role === 'bot') return undefined;
  return { objectId: id.data, tenantId, displayName: incoming.from.name ?? '' };
}
