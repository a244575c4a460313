import { messageCard } from '../../cards/messages/message.ts';
import type { Pressed } from '../on-verb.ts';

export const messageSummary = 'Staffroom: about a message to you';

/** A card of words alone; the card that was pressed stays. */
export function say(title: string, ...paragraphs: string[]): Pressed {
  return { card: messageCard.render({ title, paragraphs }), replaces: false, summary: messageSummary };
}

export const noMessage = () =>
  say(
    'There is no such message to you',
    'Only the person who got a message can use its buttons, in their own chat. Nothing was noted.',
    'If you were told of one, ask whoever sent it.',
  );

export const noButton = (reference: string) =>
  say('This message has no such button', 'Nothing was noted.', `Write “message ${reference}” to see what it has.`);

export const inOwnChat = () =>
  say(
    'Please do this in your own chat with Staffroom',
    'What you do with a message is noted for you alone, and others read along here. Nothing was noted.',
  );

export const notNow = () =>
  say('That was not noted', 'Something else was noted at the same moment. Please press it once more.');
