import { TeamsInfo, type CloudAdapter, type TurnContext } from 'botbuilder';
import type { TeamPlace } from '../../domain/people/find-staff-team.ts';
import type { RosterPlace } from '../../domain/incidents/read-roster.ts';
import type { RosterPage, RosterReader } from '../../domain/people/roster-reader.ts';
import { outcomeOfError } from '../messenger-outcome.ts';
import { callCode } from './call-code.ts';
import { toRosterMember } from './team-member.ts';

const pageSize = 100;

/** Reads the roster of `team`, or of a channel, while `turn` lasts. */
export function createTurnRosterReader(
  turn: TurnContext,
  team: Pick<TeamPlace, 'tenantId' | 'conversationId'>,
): RosterReader {
  return (from) => readPage(turn, team, from);
}

/** Reads the roster of a team or a channel at any time, by the bot's own turn there. */
export function createRosterReader(adapter: CloudAdapter, botId: string): (place: RosterPlace) => RosterReader {
  return (place) => async (from) => {
    const { serviceUrl, tenantId, conversationId } = place;
    const conversation = { id: conversationId, isGroup: true, conversationType: 'channel', tenantId, name: '' };
    const reference = { channelId: 'msteams', serviceUrl, conversation, bot: { id: `28:${botId}`, name: '' } };
    // A failure inside the turn is kept here: the adapter swallows what is thrown there.
    let page: RosterPage = { kind: 'unreadable', code: 'no-turn' };
    try {
      await adapter.continueConversationAsync(botId, reference, async (turn) => {
        page = await readPage(turn, place, from);
      });
    } catch (error) {
      return { kind: 'unreadable', code: callCode(error) };
    }
    return page;
  };
}

async function readPage(
  turn: TurnContext,
  team: Pick<TeamPlace, 'tenantId' | 'conversationId'>,
  from: string | undefined,
): Promise<RosterPage> {
  try {
    const page = await TeamsInfo.getPagedTeamMembers(turn, team.conversationId, pageSize, from);
    const members = page.members.map((member) => toRosterMember(member, team.tenantId));
    return { kind: 'page', members, next: page.continuationToken || undefined };
  } catch (error) {
    // A 403 is told apart by its kind: what is to be done hangs on it.
    const outcome = outcomeOfError(error, '', new Date());
    return { kind: 'unreadable', code: 'code' in outcome ? outcome.code : callCode(error) };
  }
}
