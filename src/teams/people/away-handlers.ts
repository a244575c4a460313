import type { TurnContext } from 'botbuilder';
import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { absenceRecorded, cameBack } from '../../cards/people/absence-told.ts';
import { awayCard, toAwayView } from '../../cards/people/away.ts';
import type { Act } from '../../domain/delivery/act.ts';
import { comeBack, goAway, type AwayRequest } from '../../domain/people/be-away.ts';
import { coveredRole } from '../../domain/people/covers-for.ts';
import { readAway, type AwaySaid } from '../../domain/people/read-away.ts';
import type { BotApp, BotDeps } from '../bot-deps.ts';
import { callerOf, type Caller } from '../caller.ts';
import type { OnVerb } from '../on-verb.ts';
import { sendCard } from '../reply.ts';
import { said } from '../said.ts';
import { isPress } from '../verbs.ts';
import { pointToPrivateChat } from '../where-to-answer.ts';

export type AwayDeps = Pick<
  BotDeps,
  'absences' | 'persons' | 'onOwed' | 'newReference' | 'newSubmission' | 'now' | 'log' | 'ownAppId'
>;

const summary = 'Staffroom: who covers';

/** "I am away until Friday" and "I am back", by a DSL, a deputy or a head, in their own chat; written or by one card. */
export function registerAwayHandlers(app: BotApp, onVerb: OnVerb, deps: AwayDeps): void {
  app.addRoute(
    (turn) => Promise.resolve(readSaid(deps, turn) !== undefined),
    async (turn) => {
      const caller = callerOf(turn);
      const what = readSaid(deps, turn);
      if (!caller || !what) return;
      if (caller.place.kind !== 'personal') return pointToPrivateChat(turn, deps.log);
      const card =
        what.kind === 'back'
          ? await returned(deps, caller)
          : await left(deps, caller, caller.actWith(`typed|${turn.activity.id ?? ''}`), what);
      await sendCard(turn, deps.log, card, summary);
    },
  );

  onVerb('people.away', async ({ submission, from, to, cover }, caller) => ({
    card: await left(deps, caller, caller.actWith(submission), {
      from: from || undefined,
      to: to || undefined,
      cover,
    }),
    replaces: true,
    summary,
  }));
}

function readSaid({ ownAppId }: AwayDeps, turn: TurnContext): AwaySaid | undefined {
  const caller = callerOf(turn);
  if (!caller || turn.activity.type !== 'message' || isPress(turn.activity)) return undefined;
  return readAway(said(turn.activity, ownAppId), caller.today);
}

async function left(
  deps: AwayDeps,
  { actor, person, library, place }: Caller,
  act: Act,
  what: Pick<AwayRequest, 'from' | 'to' | 'cover' | 'unread'>,
): Promise<AdaptiveCardJson> {
  if (!person || place.kind !== 'personal') return notCovered();
  const { school } = library;
  const { from, to, cover, unread } = what;
  const outcome = await goAway(deps, { school, person, tenantId: actor.tenantId, act, from, to, cover, unread });
  deps.log.info({ school: school.id, kind: outcome.kind }, 'a role holder said that they are away');
  switch (outcome.kind) {
    case 'no-role':
      return notCovered();
    case 'nobody':
      return messageCard.render({
        title: 'There is nobody who could cover',
        paragraphs: [
          'Nothing was changed. On these days no other DSL, deputy or head of the school’s own list is here.',
          'Please ask whoever looks after that list to add a deputy.',
        ],
      });
    case 'asks':
      return awayCard.render(toAwayView({ ...outcome, submission: deps.newSubmission() }));
    case 'recorded': {
      deps.onOwed();
      return messageCard.render(absenceRecorded({ ...outcome, person }, outcome.told));
    }
  }
}

async function returned(deps: AwayDeps, { actor, person, library }: Caller): Promise<AdaptiveCardJson> {
  if (!person || coveredRole(person) === undefined) return notCovered();
  const { school } = library;
  const ended = await comeBack(deps, { school, person, tenantId: actor.tenantId });
  if (ended.length > 0) deps.onOwed();
  deps.log.info({ school: school.id, count: ended.length }, 'a role holder is back');
  const covers = ended.map(({ cover }) => school.people.find(({ id }) => id === cover)?.name ?? 'a former colleague');
  return messageCard.render(cameBack([...new Set(covers)]));
}

function notCovered(): AdaptiveCardJson {
  return messageCard.render({
    title: 'Nobody needs to cover for you here',
    paragraphs: [
      'Nothing was changed. Staffroom names a cover for DSLs, deputies and heads only, because reports go to them.',
      'If you are away from work, please tell the school in the usual way. Get well soon, if you are ill.',
    ],
  });
}
