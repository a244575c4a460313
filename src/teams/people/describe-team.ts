import { TeamsInfo, type TurnContext } from 'botbuilder';
import type { Incoming } from '../incoming.ts';

/** The name and the Entra group id of the team that the turn is in: from the activity, else asked of Teams, else unnamed. */
export async function describeTeam(
  turn: TurnContext,
  { channelData: { team } }: Incoming,
): Promise<{ name: string; groupId?: string | undefined }> {
  if (team?.name && team.aadGroupId) return { name: team.name, groupId: team.aadGroupId };
  try {
    const details = await TeamsInfo.getTeamDetails(turn, team?.id);
    return { name: details.name ?? unnamed, groupId: details.aadGroupId };
  } catch {
    // The name is for the card alone, and the team is found again by its Teams id.
    return { name: team?.name ?? unnamed, groupId: team?.aadGroupId };
  }
}

const unnamed = 'This team';
