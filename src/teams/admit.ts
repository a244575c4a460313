import type { TurnContext } from 'botbuilder';
import { notStaffCard } from '../cards/people/not-staff.ts';
import { schoolDay } from '../domain/people/school-day.ts';
import { actOf } from './act-of.ts';
import type { TooMany } from './activity-count.ts';
import type { BotDeps } from './bot-deps.ts';
import { readReceiptOf } from './broadcasts/read-receipts.ts';
import { setCaller } from './caller.ts';
import { placeOf, readIncoming, tenantOf, type Incoming } from './incoming.ts';
import { lookUpUpn } from './people/look-up-upn.ts';
import { teamPlaceOf } from './people/team-place.ts';
import { personFrom } from './person-from.ts';
import { answerInvokeWith, sendCard } from './reply.ts';
import { isAddressed } from './said.ts';
import { isPress } from './verbs.ts';

type AdmitDeps = Pick<BotDeps, 'recognise' | 'countActivity' | 'now' | 'log' | 'ownAppId' | 'serves'>;

/**
 * Lets `next` run for a member of staff (what they say and press, and which messages they have seen), and for what Teams
 * tells about teams; for nobody else.
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
    if (activity.type === 'invoke') await answerInvokeWith(turn, notStaffCard.render({}));
    return;
  }
  const place = placeOf(incoming);
  if (activity.type === 'message' || activity.type === 'invoke') {
    if (place.kind === 'personal' || isPress(activity) || isAddressed(activity, deps.ownAppId)) {
      const actor = personFrom(incoming);
      const tooMany = actor && deps.countActivity(actor);
      if (await recogniseSender(turn, deps, incoming, tooMany)) await next();
      else if (!tooMany || activity.type === 'invoke') await turnAway(turn, deps);
    }
  } else if (activity.type === 'conversationUpdate' || activity.type === 'installationUpdate') {
    if (place.kind !== 'personal' || (await recogniseSender(turn, deps, incoming))) await next();
  } else if (readReceiptOf(activity) !== undefined && place.kind === 'personal') {
    if (await recogniseSender(turn, deps, incoming)) await next();
  }
}

async function recogniseSender(
  turn: TurnContext,
  deps: AdmitDeps,
  incoming: Incoming,
  tooMany?: TooMany,
): Promise<boolean> {
  const actor = personFrom(incoming);
  if (!actor) return false;
  const recognition = await deps.recognise(actor, () => lookUpUpn(turn), teamPlaceOf(incoming));
  if (recognition.kind === 'not-staff') {
    if (recognition.reason)
      deps.log.warn({ code: recognition.reason }, 'somebody with a listed sign-in name was turned away');
    return false;
  }
  const { library, person } = recognition;
  const today = schoolDay(deps.now(), library.school);
  const actWith = (submission: string) => actOf(turn.activity, `${submission}|${actor.tenantId}|${actor.objectId}`);
  const { replyToId: activityId } = turn.activity;
  const card =
    isPress(turn.activity) && activityId ? { conversationId: incoming.conversation.id, activityId } : undefined;
  const place = placeOf(incoming);
  const more = { ...(card && { card }), ...(person && { person }), ...(tooMany && { tooMany }) };
  setCaller(turn, { actor, library, place, today, actWith, ...more });
  return true;
}

async function turnAway(turn: TurnContext, { log }: AdmitDeps): Promise<void> {
  const card = notStaffCard.render({});
  if (turn.activity.type === 'invoke') await answerInvokeWith(turn, card);
  else await sendCard(turn, log, card, 'This is for school staff');
}
