import type { TurnContext } from 'botbuilder';
import { connectStaff, disconnectStaff, type Connected, type Disconnected } from '../../domain/people/connect-staff.ts';
import type { Facts } from '../../log.ts';
import type { BotApp, BotDeps } from '../bot-deps.ts';
import { callerOf, type Caller } from '../caller.ts';
import { readIncoming } from '../incoming.ts';
import { sendCard } from '../reply.ts';
import { said } from '../said.ts';
import { toConnectCard } from './connect-cards.ts';
import { describeTeam } from './describe-team.ts';
import { lookUpUpn } from './look-up-upn.ts';
import { rememberAddress } from './remember-address.ts';
import { readStaffCommand, type StaffCommand } from './staff-command.ts';
import { readTeamEvent, takeTeamEvent } from './team-events.ts';
import { teamPlaceOf } from './team-place.ts';
import { createTurnRosterReader } from './team-roster.ts';

export type PeopleDeps = Pick<BotDeps, 'shelf' | 'persons' | 'now' | 'log' | 'ownAppId'>;

/**
 * Who is served: "connect staff" and "disconnect staff" by whoever was admitted as staff, in any team; what Teams tells
 * about connected teams; and where staff can be written to. Register it before the features that answer questions.
 */
export function registerPeopleHandlers(app: BotApp, deps: PeopleDeps): void {
  app.addRoute(
    (turn) => Promise.resolve(readAsked(deps, turn) !== undefined),
    async (turn) => {
      const asked = readAsked(deps, turn);
      if (!asked) return;
      const outcome = await carryOut(deps, turn, asked);
      deps.log.info(factsOf(asked.command, outcome), 'somebody asked to connect or disconnect a staff team');
      await sendCard(turn, deps.log, toConnectCard(outcome), 'Staffroom: the staff team');
    },
  );

  app.addRoute(
    (turn) => Promise.resolve(readTeamEvent(turn.activity) !== undefined),
    async (turn) => {
      const event = readTeamEvent(turn.activity);
      if (event) await takeTeamEvent(deps, turn, event);
    },
  );

  app.turn('afterTurn', async (turn) => {
    await rememberAddress(deps, turn);
    return true;
  });
}

interface Asked {
  readonly command: StaffCommand;
  readonly caller: Caller;
}

type Outcome = Connected | Disconnected | { readonly kind: 'not-in-a-team' };

function readAsked({ shelf, ownAppId }: PeopleDeps, turn: TurnContext): Asked | undefined {
  const caller = callerOf(turn);
  if (!caller || turn.activity.type !== 'message') return undefined;
  const schools = shelf.schools().map(({ school }) => school);
  const command = readStaffCommand(said(turn.activity, ownAppId), schools);
  return command && { command, caller };
}

async function carryOut(deps: PeopleDeps, turn: TurnContext, { command, caller }: Asked): Promise<Outcome> {
  const incoming = readIncoming(turn.activity);
  const team = caller.place.kind === 'channel' && incoming ? teamPlaceOf(incoming) : undefined;
  if (!incoming || !team) return { kind: 'not-in-a-team' };
  const people = { store: deps.persons, shelf: deps.shelf };
  const request = { actor: caller.actor, lookUpUpn: () => lookUpUpn(turn), team };
  if (command.kind === 'disconnect') return disconnectStaff(people, request);
  const connect = {
    ...request,
    serviceUrl: turn.activity.serviceUrl,
    schoolId: command.schoolId,
    describeTeam: () => describeTeam(turn, incoming),
    readRoster: createTurnRosterReader(turn, team),
  };
  return connectStaff(people, connect, deps.now());
}

function factsOf(command: StaffCommand, outcome: Outcome): Facts {
  const school = 'school' in outcome ? { school: outcome.school.id } : {};
  const code = 'code' in outcome ? { code: outcome.code } : {};
  const count = outcome.kind === 'connected' ? { count: outcome.team.members.length } : {};
  return { verb: command.kind, kind: outcome.kind, ...school, ...code, ...count };
}
