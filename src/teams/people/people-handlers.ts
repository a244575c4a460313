import { CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import type { Actor } from '../../domain/people/actor.ts';
import { connectStaff, disconnectStaff, type Connected, type Disconnected } from '../../domain/people/connect-staff.ts';
import type { Facts } from '../../log.ts';
import type { BotApp, BotDeps } from '../bot-deps.ts';
import { placeOf, readIncoming, type Incoming } from '../incoming.ts';
import { personFrom } from '../person-from.ts';
import { said } from '../said.ts';
import { toConnectCard } from './connect-cards.ts';
import { lookUpUpn } from './look-up-upn.ts';
import { rememberAddress } from './remember-address.ts';
import { readStaffCommand, type StaffCommand } from './staff-command.ts';
import { readTeamEvent, takeTeamEvent } from './team-events.ts';
import { teamPlaceOf } from './team-place.ts';
import { describeTeam } from './describe-team.ts';
import { createTurnRosterReader } from './team-roster.ts';

export type PeopleDeps = Pick<BotDeps, 'recognise' | 'shelf' | 'persons' | 'now' | 'log' | 'ownAppId' | 'serves'>;

/**
 * Who is served: "connect staff" and "disconnect staff", what Teams tells about connected teams, and where staff can be
 * written to. Register it before whatever turns people away: a staff team is connected before anybody in it is staff.
 */
export function registerPeopleHandlers(app: BotApp, deps: PeopleDeps): void {
  app.addRoute(
    (turn) => Promise.resolve(commandIn(deps, turn) !== undefined),
    async (turn) => {
      const asked = commandIn(deps, turn);
      if (!asked) return;
      const outcome = await carryOut(deps, turn, asked);
      deps.log.info(factsOf(asked.command, outcome), 'staff team');
      const summary = 'Staffroom: the staff team';
      await turn.sendActivity({
        ...MessageFactory.attachment(CardFactory.adaptiveCard(toConnectCard(outcome))),
        summary,
      });
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
  readonly actor: Actor;
  readonly incoming: Incoming;
}

type Outcome = Connected | Disconnected | { readonly kind: 'not-in-a-team' };

/** A command about the staff team, from a person of a tenant that is served. */
function commandIn({ shelf, ownAppId, serves }: PeopleDeps, { activity }: TurnContext): Asked | undefined {
  if (activity.type !== 'message') return undefined;
  const incoming = readIncoming(activity);
  const actor = incoming && personFrom(incoming);
  if (!actor || !serves(actor.tenantId)) return undefined;
  const schools = shelf.schools().map(({ school }) => school);
  const command = readStaffCommand(said(activity, ownAppId), schools);
  return command && { command, actor, incoming };
}

async function carryOut(deps: PeopleDeps, turn: TurnContext, { command, actor, incoming }: Asked): Promise<Outcome> {
  const people = { store: deps.persons, shelf: deps.shelf, recognise: deps.recognise };
  const lookUp = () => lookUpUpn(turn);
  const place = placeOf(incoming).kind === 'channel' ? teamPlaceOf(incoming) : undefined;
  if (!place) {
    const { kind } = await deps.recognise(actor, lookUp);
    return { kind: kind === 'staff' ? 'not-in-a-team' : 'not-staff' };
  }
  if (command.kind === 'disconnect') return disconnectStaff(people, { actor, lookUpUpn: lookUp, team: place });
  const request = {
    actor,
    lookUpUpn: lookUp,
    team: place,
    serviceUrl: turn.activity.serviceUrl,
    schoolId: command.schoolId,
    describeTeam: () => describeTeam(turn, incoming),
    readRoster: createTurnRosterReader(turn, place),
  };
  return connectStaff(people, request, deps.now());
}

function factsOf(command: StaffCommand, outcome: Outcome): Facts {
  const school = 'school' in outcome ? { school: outcome.school.id } : {};
  const code = 'code' in outcome ? { code: outcome.code } : {};
  const count = outcome.kind === 'connected' ? { count: outcome.team.members.length } : {};
  return { verb: command.kind, kind: outcome.kind, ...school, ...code, ...count };
}
