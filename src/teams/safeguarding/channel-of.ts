import { TeamsInfo, type TurnContext } from 'botbuilder';
import type { SafeguardingPlace } from '../../domain/incidents/safeguarding-place.ts';
import { placeOf, readIncoming } from '../incoming.ts';
import { teamPlaceOf } from '../people/team-place.ts';

type Channel = Pick<SafeguardingPlace, 'tenantId' | 'channelId' | 'channelName' | 'teamId' | 'serviceUrl'>;

/** The channel that the turn is in, with its name where Teams tells it; undefined outside a channel of a team. */
export async function channelOf(turn: TurnContext): Promise<Channel | undefined> {
  const incoming = readIncoming(turn.activity);
  const place = incoming && placeOf(incoming);
  const team = incoming && teamPlaceOf(incoming);
  if (!team || place?.kind !== 'channel') return undefined;
  const { tenantId, conversationId: teamId } = team;
  const { channelId } = place;
  const channelName = incoming.channelData.channel?.name ?? (await askForName(turn, teamId, channelId));
  return { tenantId, channelId, teamId, channelName, serviceUrl: turn.activity.serviceUrl };
}

/** Teams lists no private channel for every bot, and gives the first channel of a team without a name. */
async function askForName(turn: TurnContext, teamId: string, channelId: string): Promise<string> {
  if (channelId === teamId) return 'General';
  try {
    const channels = await TeamsInfo.getTeamChannels(turn, teamId);
    return channels.find(({ id }) => id === channelId)?.name || unnamed;
  } catch {
    // The name is for the cards alone.
    return unnamed;
  }
}

const unnamed = 'its private channel';
