import { randomUUID } from 'node:crypto';
import type { DemoPerson } from './demo-people.ts';
import { demoBotId, demoTenantId, type DemoTeam } from './playground-config.ts';

/**
 * Says "@Staffroom connect staff" in the staff team as `head` would, so that the newcomer finds a connected school.
 * It goes the way every message goes: over HTTP to the bot, which reads the roster from the head's Playground.
 */
export async function connectStaff(
  botUrl: string,
  playgroundUrl: string,
  { head, team }: { readonly head: DemoPerson; readonly team: DemoTeam },
): Promise<void> {
  const mention = '<at>Staffroom</at>';
  const answer = await fetch(`${botUrl}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: randomUUID(),
      text: `${mention} connect staff`,
      textFormat: 'plain',
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: `${playgroundUrl}/_connector`,
      from: { id: head.teamsId, name: head.name, aadObjectId: head.objectId },
      recipient: { id: demoBotId, name: 'Staffroom' },
      conversation: { id: team.id, conversationType: 'channel', isGroup: true, tenantId: demoTenantId },
      entities: [{ type: 'mention', text: mention, mentioned: { id: demoBotId, name: 'Staffroom' } }],
      channelData: {
        tenant: { id: demoTenantId },
        team: { id: team.id, name: team.name, aadGroupId: team.groupId },
        channel: { id: team.id },
      },
    }),
  });
  if (!answer.ok) throw new Error(`The bot did not take "connect staff" (HTTP ${answer.status}).`);
}
