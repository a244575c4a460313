import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';

const text = z.string().min(1).optional().catch(undefined);
const group = z.object({ id: text, aadGroupId: text, name: text }).optional().catch(undefined);

/** What the bot reads of an activity besides its words. Everything that a client may leave out or get wrong is optional. */
const Incoming = z.object({
  type: z.string(),
  /** The SDK fails without these. */
  channelId: z.string().min(1),
  recipient: z.object({ id: z.string().min(1) }),
  from: z.object({ id: z.string().min(1), name: text, aadObjectId: text, role: text, tenantId: text }),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: text,
    isGroup: z.boolean().optional().catch(undefined),
    tenantId: text,
  }),
  channelData: z
    .object({ tenant: z.object({ id: text }).optional().catch(undefined), team: group, channel: group })
    .catch({}),
});
export type Incoming = z.infer<typeof Incoming>;

/** The activity's sender, conversation and team; undefined when it has no sender, no recipient or no conversation. */
export function readIncoming(activity: Partial<Activity>): Incoming | undefined {
  const read = Incoming.safeParse(activity);
  return read.success ? read.data : undefined;
}

/** The tenant that the activity comes from, lower case; undefined when it names none, or two that differ. */
export function tenantOf({ from, conversation, channelData }: Incoming): string | undefined {
  const named = [conversation.tenantId, channelData.tenant?.id, from.tenantId].flatMap((id) => id?.toLowerCase() ?? []);
  return new Set(named).size === 1 ? named[0] : undefined;
}

/** Where an activity happened. A conversation whose kind is unknown counts as a group: the careful reading. */
export type Place =
  | { readonly kind: 'personal' }
  | { readonly kind: 'group' }
  | { readonly kind: 'channel'; readonly teamIds: readonly string[]; readonly channelId: string };

/** Reads the place from the conversation's type, or from what sparse clients send instead of it. */
export function placeOf({ conversation, channelData }: Incoming): Place {
  const { team, channel } = channelData;
  const teamIds = [team?.aadGroupId, team?.id].flatMap((id) => id ?? []);
  const type = conversation.conversationType;
  if (type === 'channel' || (!type && (team || channel))) {
    // The conversation of a thread is "<channel>;messageid=…".
    const [channelId = ''] = (channel?.id ?? conversation.id).split(';');
    return { kind: 'channel', teamIds, channelId };
  }
  if (type === 'personal' || (!type && !conversation.isGroup)) return { kind: 'personal' };
  return { kind: 'group' };
}
