import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod/v4';
import { findStaffTeam, type TeamPlace } from '../../domain/people/find-staff-team.ts';
import { refreshRoster } from '../../domain/people/refresh-roster.ts';
import type { BotDeps } from '../bot-deps.ts';
import { readIncoming } from '../incoming.ts';
import { teamPlaceOf } from './team-place.ts';
import { createTurnRosterReader } from './team-roster.ts';

/**
 * What Teams tells about a team.
 * - `gone`: the team was deleted, or the bot was taken out of it
 * - `members-changed`: people came or left; `left` are the object ids of those who left
 */
export type TeamEvent =
  | { readonly kind: 'gone'; readonly team: TeamPlace }
  | { readonly kind: 'members-changed'; readonly team: TeamPlace; readonly left: readonly string[] };

const Members = z.array(z.object({ id: z.string(), aadObjectId: z.string().optional().catch(undefined) })).catch([]);
const ChannelData = z.object({ eventType: z.string() });

/** Reads an event of a team; undefined for everything else, the bot's own arrival in a team included. */
export function readTeamEvent(activity: Partial<Activity>): TeamEvent | undefined {
  if (activity.type !== 'conversationUpdate' && activity.type !== 'installationUpdate') return undefined;
  const incoming = readIncoming(activity);
  const team = incoming && teamPlaceOf(incoming);
  if (!team) return undefined;
  if (activity.type === 'installationUpdate') return activity.action === 'remove' ? { kind: 'gone', team } : undefined;

  const eventType = ChannelData.safeParse(activity.channelData).data?.eventType;
  if (eventType === 'teamDeleted' || eventType === 'teamHardDeleted') return { kind: 'gone', team };
  // Who comes to or leaves one channel stays in the team.
  if (eventType?.startsWith('channelMember')) return undefined;
  const isBot = ({ id }: { id: string }) => id === activity.recipient?.id;
  const removed = Members.parse(activity.membersRemoved);
  const added = Members.parse(activity.membersAdded).filter((member) => !isBot(member));
  if (removed.some(isBot)) return { kind: 'gone', team };
  if (removed.length + added.length === 0) return undefined;
  return {
    kind: 'members-changed',
    team,
    left: removed.flatMap(({ aadObjectId }) => aadObjectId?.toLowerCase() ?? []),
  };
}

/**
 * Follows an event of a connected team; any other team's is passed over. Whoever left is served no longer even when the
 * roster cannot be read now.
 */
export async function takeTeamEvent(
  { persons, now, log }: Pick<BotDeps, 'persons' | 'now' | 'log'>,
  turn: TurnContext,
  event: TeamEvent,
): Promise<void> {
  const known = findStaffTeam(await persons.staffTeams(), event.team);
  if (!known) return;
  const { tenantId, teamId, schoolId: school } = known;
  if (event.kind === 'gone') {
    await persons.removeStaffTeam(tenantId, teamId);
    log.warn({ school }, 'a staff team is gone and was forgotten');
    return;
  }
  if (event.left.length > 0) await persons.dropMembers(tenantId, teamId, event.left);
  const refreshed = await refreshRoster(persons, known, createTurnRosterReader(turn, known), now());
  if (refreshed.kind === 'unreadable') {
    log.warn({ school, code: refreshed.code }, 'a roster could not be read; the old one stays');
  }
}
