import type { TurnContext } from 'botbuilder';
import {
  acceptSafeguarding,
  connectSafeguarding,
  disconnectSafeguarding,
  type PlaceRequest,
} from '../../domain/incidents/connect-safeguarding.ts';
import type { Facts } from '../../log.ts';
import type { BotApp } from '../bot-deps.ts';
import { callerOf, type Caller } from '../caller.ts';
import { readIncoming } from '../incoming.ts';
import type { OnVerb } from '../on-verb.ts';
import { describeTeam } from '../people/describe-team.ts';
import { lookUpUpn } from '../people/look-up-upn.ts';
import { sendCard } from '../reply.ts';
import { said } from '../said.ts';
import { isPress } from '../verbs.ts';
import { readChannelEvent, takeChannelEvent } from './channel-events.ts';
import { channelOf } from './channel-of.ts';
import { toPlaceCard, type PlaceOutcome } from './place-cards.ts';
import type { SafeguardingDeps } from './safeguarding-deps.ts';
import { readSafeguardingCommand, type SafeguardingCommand } from './safeguarding-command.ts';

const summary = 'Staffroom: the safeguarding channel';

/** Which channel reports go to: the commands and the click of DSLs, and what Teams tells about connected channels. */
export function registerSafeguardingHandlers(app: BotApp, onVerb: OnVerb, deps: SafeguardingDeps): void {
  app.addRoute(
    (turn) => Promise.resolve(readAsked(deps, turn) !== undefined),
    async (turn) => {
      const asked = readAsked(deps, turn);
      if (!asked) return;
      const outcome = await carryOut(deps, turn, asked);
      deps.log.info(factsOf(asked.command.kind, outcome), 'somebody asked for the safeguarding channel');
      await sendCard(turn, deps.log, toPlaceCard(outcome), summary);
    },
  );

  onVerb('safeguarding.accept', async (_, { actor, place }) => {
    const outcome: PlaceOutcome =
      place.kind === 'channel'
        ? await acceptSafeguarding(deps, {
            actor,
            lookUpUpn: alreadyKnown,
            channel: { tenantId: actor.tenantId, channelId: place.channelId },
          })
        : { kind: 'not-in-a-channel' };
    deps.log.info(factsOf('accept', outcome), 'somebody asked for the safeguarding channel');
    const accepted = outcome.kind === 'accepted';
    return { card: toPlaceCard(outcome), replaces: accepted, shared: accepted, summary };
  });

  // Teams' events belong to several features, so this one leaves them to the others as well.
  app.turn('beforeTurn', async (turn) => {
    const event = readChannelEvent(turn.activity);
    if (event) await takeChannelEvent(deps, event);
    return true;
  });
}

interface Asked {
  readonly command: SafeguardingCommand;
  readonly caller: Caller;
}

function readAsked({ shelf, ownAppId }: SafeguardingDeps, turn: TurnContext): Asked | undefined {
  const caller = callerOf(turn);
  if (!caller || turn.activity.type !== 'message' || isPress(turn.activity)) return undefined;
  const schools = shelf.schools().map(({ school }) => school);
  const command = readSafeguardingCommand(said(turn.activity, ownAppId), schools);
  return command && { command, caller };
}

async function carryOut(
  deps: SafeguardingDeps,
  turn: TurnContext,
  { command, caller: { actor } }: Asked,
): Promise<PlaceOutcome> {
  const incoming = readIncoming(turn.activity);
  const channel = await channelOf(turn);
  if (!incoming || !channel) return { kind: 'not-in-a-channel' };
  const request: PlaceRequest = { actor, lookUpUpn: () => lookUpUpn(turn), channel };
  if (command.kind === 'accept') return acceptSafeguarding(deps, request);
  if (command.kind === 'disconnect') return disconnectSafeguarding(deps, request);
  const nameTeam = async () => (await describeTeam(turn, incoming)).name;
  return connectSafeguarding(deps, { ...request, channel, schoolId: command.schoolId, nameTeam });
}

/** Whoever was admitted and is listed by sign-in name has been asked for it by then. */
const alreadyKnown = () => Promise.resolve(undefined);

function factsOf(verb: SafeguardingCommand['kind'], outcome: PlaceOutcome): Facts {
  const school = 'school' in outcome ? { school: outcome.school.id } : {};
  const code = 'code' in outcome ? { code: outcome.code } : {};
  return { verb: `${verb}-safeguarding`, kind: outcome.kind, ...school, ...code };
}
