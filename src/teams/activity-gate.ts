import { z } from 'zod/v4';

const id = z.string().min(1).max(1000);

/** What every activity must carry. Whatever else Teams sends is passed over here and read where it is used. */
const Activity = z.object({
  type: id,
  id,
  channelId: id,
  serviceUrl: id,
  name: z.string().nullish(),
  text: z.string().nullish(),
  from: z.object({ id, tenantId: id.nullish() }),
  conversation: z.object({ id, tenantId: id.nullish() }),
  channelData: z.object({ tenant: z.object({ id: id.nullish() }).nullish() }).nullish(),
  entities: z.array(z.object({})).nullish(),
  attachments: z.array(z.object({})).nullish(),
});

/** `malformed`: not an activity. `foreign`: from a channel, a service or a tenant that is not served. */
export type Admission = 'admitted' | 'malformed' | 'foreign';

/**
 * Decides whether an activity may go on to the bot. It must name its tenant at least once, and nowhere another one;
 * its service address is checked because the bot sends its own token there.
 */
export function admitActivity(
  body: unknown,
  allowed: {
    channels: readonly string[];
    servesTenant(tenantId: string): boolean;
    mayCall(serviceUrl: string): boolean;
  },
): Admission {
  const read = Activity.safeParse(body);
  if (!read.success) return 'malformed';
  const { channelId, serviceUrl, from, conversation, channelData } = read.data;
  const tenants = [channelData?.tenant?.id, conversation.tenantId, from.tenantId].flatMap((tenant) => tenant ?? []);
  if (tenants.length === 0 || !tenants.every((tenant) => allowed.servesTenant(tenant))) return 'foreign';
  return allowed.channels.includes(channelId) && allowed.mayCall(serviceUrl) ? 'admitted' : 'foreign';
}
