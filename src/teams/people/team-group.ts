import { TeamsInfo, type CloudAdapter } from 'botbuilder';
import type { Destination } from '../../domain/incidents/read-roster.ts';
import { outcomeOfError } from '../messenger-outcome.ts';
import { callCode } from './call-code.ts';

/** The Entra group that a team is, by which Microsoft Graph knows it; or a short code for why nobody could tell. */
export type GroupOf = (
  team: Pick<Destination, 'tenantId' | 'serviceUrl' | 'teamId'>,
) => Promise<{ readonly kind: 'found'; readonly id: string } | { readonly kind: 'unreadable'; readonly code: string }>;

const keepAtMost = 1_000;

/** Asks Teams once for each team: a team's group never changes. */
export function createGroupFinder(adapter: CloudAdapter, botId: string): GroupOf {
  const known = new Map<string, string>();
  return async ({ tenantId, serviceUrl, teamId }) => {
    const key = `${tenantId} ${teamId}`;
    const before = known.get(key);
    if (before !== undefined) return { kind: 'found', id: before };
    const conversation = { id: teamId, isGroup: true, conversationType: 'channel', tenantId, name: '' };
    const reference = { channelId: 'msteams', serviceUrl, conversation, bot: { id: `28:${botId}`, name: '' } };
    let found: Awaited<ReturnType<GroupOf>> = { kind: 'unreadable', code: 'no-turn' };
    try {
      await adapter.continueConversationAsync(botId, reference, async (turn) => {
        try {
          const { aadGroupId: id } = await TeamsInfo.getTeamDetails(turn, teamId);
          found = id ? { kind: 'found', id } : { kind: 'unreadable', code: 'no-group' };
        } catch (error) {
          // A failure inside the turn is kept here: the adapter swallows what is thrown there.
          const outcome = outcomeOfError(error, '', new Date());
          found = { kind: 'unreadable', code: 'code' in outcome ? outcome.code : callCode(error) };
        }
      });
    } catch (error) {
      return { kind: 'unreadable', code: callCode(error) };
    }
    return keep(key, found);
  };

  function keep(key: string, found: Awaited<ReturnType<GroupOf>>) {
    if (found.kind === 'found') {
      if (known.size >= keepAtMost) known.clear();
      known.set(key, found.id);
    }
    return found;
  }
}
