import type { TurnContext } from 'botbuilder';
import { inDanger } from '../cards/in-danger.ts';
import { messageCard } from '../cards/messages/message.ts';
import { findStaffTeam } from '../domain/people/find-staff-team.ts';
import type { Log } from '../log.ts';
import type { BotDeps } from './bot-deps.ts';
import type { Caller } from './caller.ts';
import { readIncoming } from './incoming.ts';
import { teamPlaceOf } from './people/team-place.ts';
import { sendCard } from './reply.ts';

/**
 * Whether a member of staff is answered where they are. `private`: their own chat. `staff-team`: a channel of a connected
 * staff team of their own school. `elsewhere`: a class team, a group chat, another school's team; pupils may read there.
 */
export async function servedHere(
  turn: TurnContext,
  persons: BotDeps['persons'],
  { place, library }: Caller,
): Promise<'private' | 'staff-team' | 'elsewhere'> {
  if (place.kind === 'personal') return 'private';
  const incoming = readIncoming(turn.activity);
  const team = place.kind === 'channel' && incoming ? teamPlaceOf(incoming) : undefined;
  if (!team) return 'elsewhere';
  const connected = findStaffTeam(await persons.staffTeams(), team);
  return connected?.schoolId === library.school.id ? 'staff-team' : 'elsewhere';
}

/** The one card that a class team or a group chat gets; it repeats nothing of what was written. */
export async function pointToPrivateChat(turn: TurnContext, log: Log): Promise<void> {
  const card = messageCard.render({
    title: 'Please ask me in our private chat',
    paragraphs: [
      'I answer here only in the school’s own staff team. Nothing that you wrote has been kept.',
      'Open Staffroom from the apps in Teams and write to me there.',
      inDanger,
    ],
  });
  await sendCard(turn, log, card, 'Staffroom: please ask in our private chat');
}
