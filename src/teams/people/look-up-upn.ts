import { TeamsInfo, type TurnContext } from 'botbuilder';
import { personFrom } from '../person-from.ts';
import { readIncoming } from '../incoming.ts';
import { callCode } from './call-code.ts';
import { toRosterMember } from './team-member.ts';

const key = Symbol('sign-in name');

/**
 * The sender's sign-in name, lower case, as Teams tells it now; asked once a turn. Undefined for guests, and for whoever
 * Teams does not know in this conversation. Rejects when Teams does not answer.
 */
export function lookUpUpn(turn: TurnContext): Promise<string | undefined> {
  const asked = turn.turnState.get<Promise<string | undefined> | undefined>(key) ?? ask(turn);
  turn.turnState.set(key, asked);
  return asked;
}

async function ask(turn: TurnContext): Promise<string | undefined> {
  const incoming = readIncoming(turn.activity);
  const actor = incoming && personFrom(incoming);
  if (!actor) return undefined;
  try {
    const member = toRosterMember(await TeamsInfo.getMember(turn, incoming.from.id), actor.tenantId);
    return member.guest || member.objectId !== actor.objectId ? undefined : member.upn;
  } catch (error) {
    if (['http-403', 'http-404'].includes(callCode(error))) return undefined;
    throw error;
  }
}
