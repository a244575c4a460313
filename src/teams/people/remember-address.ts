import { isDeepStrictEqual } from 'node:util';
import type { TurnContext } from 'botbuilder';
import type { ConversationAddress } from '../../domain/people/person-store.ts';
import type { BotDeps } from '../bot-deps.ts';
import { callerOf, type Caller } from '../caller.ts';

/**
 * Keeps where a member of staff can be written to, from any turn in their personal chat. Of anybody else nothing is kept.
 * Never rejects: the person has their answer by now, and their next message tries again.
 */
export async function rememberAddress(
  { persons, log }: Pick<BotDeps, 'persons' | 'log'>,
  turn: TurnContext,
): Promise<void> {
  const caller = callerOf(turn);
  if (caller?.place.kind !== 'personal') return;
  const { objectId, tenantId } = caller.actor;
  const { type, action } = turn.activity;
  if (type === 'installationUpdate' && action !== 'add') return;
  const address = addressOf(turn, caller);
  try {
    const { schoolId: _chosen, ...known } = (await persons.findAddress(tenantId, objectId)) ?? {};
    if (isDeepStrictEqual(known, address)) return;
    await persons.rememberAddress(address);
  } catch (err) {
    log.error({ code: 'address-not-stored', err }, 'where a person can be written to was not stored');
  }
}

/**
 * Keeps which of several schools somebody means, from then on, in their own chat: the one of the card that they pressed, or
 * that they named. Rejects when the store fails: they must not be told what is not kept.
 */
export async function rememberSchool(
  { persons }: Pick<BotDeps, 'persons'>,
  turn: TurnContext,
  caller: Caller,
): Promise<void> {
  const { tenantId, objectId } = caller.actor;
  const schoolId = caller.library.school.id;
  if ((await persons.findAddress(tenantId, objectId))?.schoolId === schoolId) return;
  await persons.rememberAddress({ ...addressOf(turn, caller), schoolId });
}

function addressOf({ activity }: TurnContext, { actor }: Caller): ConversationAddress {
  const { serviceUrl, conversation, from, recipient } = activity;
  return {
    objectId: actor.objectId,
    tenantId: actor.tenantId,
    serviceUrl,
    conversationId: conversation.id,
    userId: from.id,
    botId: recipient.id,
  };
}
