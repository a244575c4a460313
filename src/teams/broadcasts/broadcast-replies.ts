import { listedNames } from '../../cards/listed-names.ts';
import { messageCard } from '../../cards/messages/message.ts';
import type { Refused } from '../../domain/broadcasts/broadcast-desk.ts';
import type { Pressed } from '../on-verb.ts';

export const senderSummary = 'Staffroom: your messages to many';

/** A plain answer; the card that was pressed stays. */
export function say(title: string, ...paragraphs: string[]): Pressed {
  return { card: messageCard.render({ title, paragraphs }), replaces: false, summary: senderSummary };
}

export const notYours = () =>
  say(
    'The head writes to many',
    'Only the head, whoever stands in for them, and those whom the school has named can write to many people. Nothing was sent and nothing was changed.',
    'A colleague of yours you reach in their own chat in Teams.',
  );

/** `possible`: the names of the other schools at which the caller may send. */
export const notThere = (possible: readonly string[]) =>
  say(
    'You cannot send at one of these schools',
    possible.length > 0
      ? `Beside the school in which you write, you can send at ${listedNames(possible)}. Please name them so, with a comma between two.`
      : 'You can send at the school in which you write, and at no other one.',
    'Nothing was sent.',
  );

export const inPrivate = () =>
  say(
    'Please write to Staffroom in your own chat',
    'Who got a message and who did not is shown there, where nobody else reads along. Nothing was sent and nothing was changed.',
  );

export const noBroadcast = () =>
  say(
    'There is no such message',
    'Your school has sent none under that reference. Nothing was changed.',
    'Write “broadcasts” to see them all.',
  );

export const overtaken = () =>
  say(
    'That changed in the meantime',
    'Somebody else changed it first. Nothing was changed by you.',
    'Please open the message again to see how things stand.',
  );

export const ended = () =>
  say(
    'Nothing of this message is sent any more',
    'It was stopped, taken back, or not confirmed; or it still waits for a second person. Nothing was changed.',
    'Write “broadcasts” to see how things stand.',
  );

/** Why a use case did nothing. */
export function refused({ kind }: Refused): Pressed {
  switch (kind) {
    case 'not-yours':
      return notYours();
    case 'not-found':
      return noBroadcast();
    case 'ended':
      return ended();
    case 'overtaken':
      return overtaken();
  }
}
