import { TeamsInfo, type CloudAdapter, type TurnContext } from 'botbuilder';
import type { TeamPlace } from '../../domain/people/find-staff-team.ts';
import type { StaffTeam } from '../../domain/people/person-store.ts';
import type { RosterPage, RosterReader } from '../../domain/people/roster-reader.ts';
import { callCode } from './call-code.ts';
import { toRosterMember } from './team-member.ts';

const pageSize = 100;

/** Reads the roster of `team` while `turn` lasts. */
export function createTurnRosterReader(turn: TurnContext, team: TeamPlace): RosterReader {
  return (from) => readPage(turn, team, from);
}

/** Reads the roster of a connected team at any time, by the bot's own turn in that team. */
export function createRosterReader(adapter: CloudAdapter, botId: string): (team: StaffTeam) => RosterReader {
  return (team) => async (from) => {
    const { serviceUrl, tenantId, conversationId } = team;
    const conversation = { id: conversationId, isGroup: true, conversationType: 'channel', tenantId, name: '' };
    const reference = { channelId: 'msteams', serviceUrl, conversation, bot: { id: `28:${botId}`, name: '' } };
    // A failure inside the turn is kept here: the adapter swallows what is thrown there.
    let page: RosterPage = { kind: 'unreadable', code: 'no-turn' };
    try {
      await adapter.continueConversationAsync(botId, reference, async (turn) => {
        page = await readPage(turn, team, from);
      });
    } catch (error) {
      return { kind: 'unreadable', code: callCode(error) };
    }
    return page;
  };
}

async function readPage(turn: TurnContext, team: TeamPlace, from: string | undefined): Promise<RosterPage> {
  try {
    const page = await TeamsInfo.getPagedTeamMembers(turn, team.conversationId, pageSize, from);
    const members = page.members.map((member) => toRosterMember(member, team.tenantId));
    return { kind: 'page', members, next: page.continuationToken || undefined };
  } catch (error) {
    return { kind: 'unreadable', code: callCode(error) };
  }
}
