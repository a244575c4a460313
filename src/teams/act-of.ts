import type { Activity } from 'botbuilder';
import type { Act } from '../domain/delivery/act.ts';

/**
 * A person's act under both of its names. The activity is an admitted one: its tenant is checked. The conversation is in
 * the first name because an activity id is unique in its conversation only.
 */
export function actOf(activity: Partial<Activity>, submissionId: string): Act {
  const { conversation, id } = activity;
  const channelData = (activity.channelData ?? {}) as { tenant?: { id?: string } };
  const tenantId = (conversation?.tenantId ?? channelData.tenant?.id)?.toLowerCase();
  if (!tenantId || !conversation?.id || !id)
    throw new Error('an activity without tenant, conversation or id was admitted');
  return { activityKey: [tenantId, conversation.id, id].join('|'), submissionId };
}
