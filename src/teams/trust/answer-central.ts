import type { TurnContext } from 'botbuilder';
import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { inDanger } from '../../cards/in-danger.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { toTotalsView, totalsCard } from '../../cards/trust/totals.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { isCentral } from '../../domain/trust/is-central.ts';
import { readTotals } from '../../domain/trust/read-totals.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Place } from '../incoming.ts';
import { lookUpUpn } from '../people/look-up-upn.ts';
import { answerDialogWith, answerInvokeWith, sendCard } from '../reply.ts';
import { said } from '../said.ts';
import { isDialogPress, isPress } from '../verbs.ts';
import { readTrustCommand } from './trust-command.ts';

export type CentralDeps = Pick<
  BotDeps,
  'persons' | 'shelf' | 'reviews' | 'absences' | 'signoffs' | 'broadcasts' | 'questions' | 'now' | 'log' | 'ownAppId'
>;

const summary = 'Staffroom: totals of your trust';

/**
 * Serves the trust's central team, in their own chat alone: the totals of the schools, when they write "trust". `isStaff`:
 * they work at a school too, and whatever else they write or press there is for that school. Whoever does not is told in a
 * card what they can see, and gets no further. Resolves to false, with nothing done, for anybody else: to them the word is
 * like any other. Rejects when the store or Teams fails.
 */
export async function answerCentral(
  turn: TurnContext,
  deps: CentralDeps,
  { actor, place, isStaff }: { readonly actor: Actor; readonly place: Place; readonly isStaff: boolean },
): Promise<boolean> {
  const { activity } = turn;
  const trust = deps.shelf.trust();
  if (!trust || place.kind !== 'personal' || !isForPeople(turn)) return false;
  const page =
    activity.type === 'message' && !isPress(activity) ? readTrustCommand(said(activity, deps.ownAppId)) : undefined;
  if (isStaff && page === undefined) return false;
  if (!(await isCentral(deps.persons, trust, { actor, lookUpUpn: () => lookUpUpn(turn) }))) return false;
  if (page === undefined) {
    await show(turn, deps, onlyTotals(trust.name));
    return true;
  }
  const schools = deps.shelf.schools();
  const now = deps.now();
  const totals = await readTotals(deps, schools, now);
  const zone = schools[0]?.school.timeZone ?? 'Europe/London';
  deps.log.info({ code: 'trust-totals' }, 'the totals of the trust were shown');
  await show(turn, deps, totalsCard.render(toTotalsView({ trustName: trust.name, totals, now, zone, page })));
  return true;
}

/** What somebody wrote or pressed, or that the app was installed for them. */
function isForPeople({ activity }: TurnContext): boolean {
  if (activity.type === 'installationUpdate') return activity.action === 'add';
  return activity.type === 'message' || activity.type === 'invoke';
}

async function show(turn: TurnContext, { log }: CentralDeps, card: AdaptiveCardJson): Promise<void> {
  if (isDialogPress(turn.activity)) await answerDialogWith(turn, card);
  else if (turn.activity.type === 'invoke') await answerInvokeWith(turn, card);
  else await sendCard(turn, log, card, summary);
}

function onlyTotals(trustName: string): AdaptiveCardJson {
  return messageCard.render({
    title: 'Here you see the totals of your schools',
    paragraphs: [
      `You are in the central team of ${trustName}, and in no school’s staff team. Write “trust” to see the totals.`,
      'Nothing was searched, sent or kept. For a school’s policies, or to report something, ask at that school.',
      inDanger,
    ],
  });
}
