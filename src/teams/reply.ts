import { CardFactory, MessageFactory, type Activity, type TurnContext } from 'botbuilder';
import type { AdaptiveCardJson } from '../cards/define-card.ts';
import { forDialog } from '../cards/for-dialog.ts';
import type { MessagePlace } from '../domain/incidents/incident-draft.ts';
import type { Log } from '../log.ts';
import { atOwnSchool } from './at-own-school.ts';
import { callCode } from './people/call-code.ts';

/** Teams will not take a message here: the bot was removed from the conversation, or the person blocked it. */
const closed = ['http-403', 'http-404'];

/**
 * Sends a card into the conversation, in a channel into the thread. `summary` is what a notification shows: a fixed
 * text, never what somebody asked. Resolves to false, logged by code, when the conversation is closed to the bot;
 * rejects on any other failure.
 */
export async function sendCard(turn: TurnContext, log: Log, card: AdaptiveCardJson, summary: string): Promise<boolean> {
  return (await postCard(turn, log, card, summary)) !== undefined;
}

/** The same, and gives where the message stands; its activity id is empty where Teams named none. */
export async function postCard(
  turn: TurnContext,
  log: Log,
  card: AdaptiveCardJson,
  summary: string,
): Promise<MessagePlace | undefined> {
  try {
    const sent = await turn.sendActivity(toMessage(atOwnSchool(turn, card), summary));
    return { conversationId: turn.activity.conversation.id, activityId: sent?.id ?? '' };
  } catch (error) {
    const code = callCode(error);
    if (!closed.includes(code)) throw error;
    log.warn({ code }, 'an answer could not be sent: the conversation is closed to the bot');
    return undefined;
  }
}

/**
 * Puts the card in the place of the message that was pressed; sends it when that message cannot be changed any more, and
 * gives where it stands then.
 */
export async function replaceWithCard(
  turn: TurnContext,
  log: Log,
  card: AdaptiveCardJson,
  summary: string,
): Promise<MessagePlace | undefined> {
  const id = turn.activity.replyToId;
  if (id) {
    try {
      await turn.updateActivity({ ...toMessage(atOwnSchool(turn, card), summary), id });
      return undefined;
    } catch (error) {
      log.info({ code: callCode(error) }, 'a card could not be replaced and is sent anew');
    }
  }
  return postCard(turn, log, card, summary);
}

/** Answers a card's button: the card takes the place of the old one, for the person who pressed it and nobody else. */
export async function answerInvokeWith(turn: TurnContext, card: AdaptiveCardJson): Promise<void> {
  const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: atOwnSchool(turn, card) };
  await turn.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

/** Answers a card's button in a few words, which the client shows beside the card: the card stays as it is. */
export async function answerInvokeWithText(turn: TurnContext, text: string): Promise<void> {
  const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
  await turn.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

/** Answers a button that opens a dialog, or stands in one: the card is shown there, with buttons that a dialog knows. */
export async function answerDialogWith(turn: TurnContext, card: AdaptiveCardJson): Promise<void> {
  const value = {
    title: 'Staffroom',
    height: 'large',
    width: 'medium',
    card: CardFactory.adaptiveCard(forDialog(atOwnSchool(turn, card))),
  };
  await turn.sendActivity({
    type: 'invokeResponse',
    value: { status: 200, body: { task: { type: 'continue', value } } },
  });
}

function toMessage(card: AdaptiveCardJson, summary: string): Partial<Activity> {
  return { ...MessageFactory.attachment(CardFactory.adaptiveCard(card)), summary };
}
