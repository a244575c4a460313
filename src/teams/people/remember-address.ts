import { isDeepStrictEqual } from 'node:util';
import type { TurnContext } from 'botbuilder';
import type { BotDeps } from '../bot-deps.ts';
import { callerOf } from '../caller.ts';

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
  const { type, action, serviceUrl, conversation, from, recipient } = turn.activity;
  if (type === 'installationUpdate' && action !== 'add') return;
  const address = {
    objectId,
    tenantId,
    serviceUrl,
    conversationId: conversation.id,
    userId: from.id,
    botId: recipient.id,
  };
  try {
    if (isDeepStrictEqual(await persons.findAddress(tenantId, objectId), address)) return;
    await persons.rememberAddress(address);
  } catch (err) {
    log.error({ code: 'address-not-stored', err }, 'where a person can be written to was not stored');
  }
}
