import type { TurnContext } from 'botbuilder';
import type { AdaptiveCardJson } from '../cards/define-card.ts';
import { notStaffCard } from '../cards/people/not-staff.ts';
import { schoolDay } from '../domain/people/school-day.ts';
import { actOf } from './act-of.ts';
import type { TooMany } from './activity-count.ts';
import type { BotDeps } from './bot-deps.ts';
import { readReceiptOf } from './broadcasts/read-receipts.ts';
import { setCaller } from './caller.ts';
import { placeOf, readIncoming, tenantOf, type Incoming, type Place } from './incoming.ts';
import { askSchool } from './people/ask-school.ts';
import { lookUpUpn } from './people/look-up-upn.ts';
import { namedSchool } from './people/named-school.ts';
import { rememberSchool } from './people/remember-address.ts';
import { otherSchool, schoolSummary } from './people/school-cards.ts';
import { teamPlaceOf } from './people/team-place.ts';
import { personFrom } from './person-from.ts';
import { answerSearchWithWords } from './quoting/search-replies.ts';
import { isSearch } from './quoting/read-search.ts';
import { answerDialogWith, answerInvokeWith, sendCard } from './reply.ts';
import { isAddressed } from './said.ts';
import { answerCentral, type CentralDeps } from './trust/answer-central.ts';
import { isDialogPress, isPress } from './verbs.ts';

type AdmitDeps = CentralDeps &
  Pick<BotDeps, 'recognise' | 'persons' | 'places' | 'countActivity' | 'now' | 'log' | 'ownAppId' | 'serves'>;

/**
 * Lets `next` run for a member of staff (what they say and press, and which messages they have seen), and for what Teams
 * tells about teams; for nobody else. The trust's central team is answered here, with totals and nothing else.
 *
 * Whoever is not staff gets one kind card, in a group only when they spoke to the bot, and none while they write too much
 * in a minute; nothing of theirs is kept or logged. An activity without sender, recipient, conversation or tenant, from another tenant or from a bot gets no message at all.
 * An invoke always gets an answer, since Teams would show an error otherwise. Rejects when the store or Teams fails.
 */
export async function admit(turn: TurnContext, deps: AdmitDeps, next: () => Promise<unknown>): Promise<void> {
  const { activity } = turn;
  const incoming = readIncoming(activity);
  const tenantId = incoming && tenantOf(incoming);
  if (!incoming || !tenantId || !deps.serves(tenantId) || incoming.from.role === 'bot') {
    deps.log.debug({ code: incoming ? 'not-our-tenant' : 'no-sender' }, 'an activity was passed over');
    if (activity.type === 'invoke') await turnAway(turn, deps);
    return;
  }
  const place = whereFrom(turn, incoming);
  if (activity.type === 'message' || activity.type === 'invoke') {
    if (place.kind === 'personal' || isPress(activity) || isSearch(activity) || isAddressed(activity, deps.ownAppId)) {
      const actor = personFrom(incoming);
      const tooMany = actor && deps.countActivity(actor);
      const sender = await recogniseSender(turn, deps, incoming, tooMany);
      if (sender === 'staff') await next();
      else if (sender === 'not-staff' && (!tooMany || activity.type === 'invoke')) await turnAway(turn, deps);
    }
  } else if (activity.type === 'conversationUpdate' || activity.type === 'installationUpdate') {
    if (place.kind !== 'personal' || (await recogniseSender(turn, deps, incoming)) === 'staff') await next();
  } else if (readReceiptOf(activity) !== undefined && place.kind === 'personal') {
    if ((await recogniseSender(turn, deps, incoming)) === 'staff') await next();
  }
}

async function recogniseSender(
  turn: TurnContext,
  deps: AdmitDeps,
  incoming: Incoming,
  tooMany?: TooMany,
): Promise<'staff' | 'not-staff' | 'answered'> {
  const actor = personFrom(incoming);
  if (!actor) return 'not-staff';
  const place = whereFrom(turn, incoming);
  const named = namedSchool(turn, deps, { place, tenantId: actor.tenantId });
  const recognition = await deps.recognise(actor, () => lookUpUpn(turn), teamPlaceOf(incoming), named);
  if (recognition.kind === 'other-school') {
    deps.log.info({ code: 'other-school' }, 'a button of another school was pressed');
    await answerPress(turn, deps, otherSchool());
    return 'answered';
  }
  const isStaff = recognition.kind === 'staff';
  if (!tooMany && (await answerCentral(turn, deps, { actor, place, isStaff }))) return 'answered';
  if (recognition.kind === 'not-staff') {
    if (recognition.reason)
      deps.log.warn({ code: recognition.reason }, 'somebody with a listed sign-in name was turned away');
    return 'not-staff';
  }
  const { library, person, others, guessed } = recognition;
  const today = schoolDay(deps.now(), library.school);
  const actWith = (submission: string) => actOf(turn.activity, `${submission}|${actor.tenantId}|${actor.objectId}`);
  const { replyToId: activityId } = turn.activity;
  const card =
    isPress(turn.activity) && activityId ? { conversationId: incoming.conversation.id, activityId } : undefined;
  const more = {
    ...(card && { card }),
    ...(person && { person }),
    ...(tooMany && { tooMany }),
    ...(guessed && { guessed }),
  };
  const caller = { actor, library, place, today, actWith, ...more, ...(others && { others }) };
  setCaller(turn, caller);
  if (guessed && isSearch(turn.activity)) {
    await answerSearchWithWords(turn, chooseFirst);
    return 'answered';
  }
  if (guessed) return (await askSchool(turn, deps, caller)) ? 'answered' : 'staff';
  if (others && place.kind === 'personal') await rememberSchool(deps, turn, caller);
  return 'staff';
}

async function answerPress(turn: TurnContext, { log }: AdmitDeps, card: AdaptiveCardJson): Promise<void> {
  if (isDialogPress(turn.activity)) await answerDialogWith(turn, card);
  else if (turn.activity.type === 'invoke') await answerInvokeWith(turn, card);
  else await sendCard(turn, log, card, schoolSummary);
}

/** Where a search comes from may be somebody's own chat with another person: nothing is ever to be sent there. */
function whereFrom({ activity }: TurnContext, incoming: Incoming): Place {
  const place = placeOf(incoming);
  return isSearch(activity) && place.kind === 'personal' ? { kind: 'group' } : place;
}

const chooseFirst =
  'You are listed at more than one school, so nothing was searched. Write to Staffroom in your own chat and choose one; ' +
  'then search again.';

/** The kind card in one line, for whoever searches: there is no room for a card. */
const forStaff =
  'This is for school staff, so nothing was searched or kept. Worried about something? Tell an adult you trust, or call ' +
  'Childline free on 0800 1111. In danger now? Call 999.';

async function turnAway(turn: TurnContext, { log }: AdmitDeps): Promise<void> {
  if (isSearch(turn.activity)) return answerSearchWithWords(turn, forStaff);
  const card = notStaffCard.render({});
  if (turn.activity.type === 'invoke') await answerInvokeWith(turn, card);
  else await sendCard(turn, log, card, 'This is for school staff');
}
