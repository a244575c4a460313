import { messageCard } from '../../cards/messages/message.ts';
import type { Refused } from '../../domain/signoffs/signoff-desk.ts';
import type { Pressed } from '../on-verb.ts';

export const headSummary = 'Staffroom: your sign-offs';

/** A plain answer; the card that was pressed stays. */
export function say(title: string, ...paragraphs: string[]): Pressed {
  return { card: messageCard.render({ title, paragraphs }), replaces: false, summary: headSummary };
}

export const notYours = () =>
  say(
    'The head asks for signatures',
    'Only the head, whoever stands in for them, or a delegate named by the school can ask for signatures and see who signed. Nothing was changed.',
    'Write “what do I need to sign?” to see what you are asked for.',
  );

export const inPrivate = () =>
  say(
    'Please write to Staffroom in your own chat',
    'Who signed and who did not is shown there, where nobody else reads along. Nothing was changed.',
  );

export const noCampaign = () =>
  say(
    'There is no such sign-off',
    'Your school has none under that name. Nothing was changed.',
    'Write “sign-offs” to see them all.',
  );

export const noSignatory = () =>
  say(
    'Nobody of that name is asked',
    'Nobody in this sign-off is called so. Nothing was changed.',
    'Open the sign-off and press “People” to see all names.',
  );

export const overtaken = () =>
  say(
    'That changed in the meantime',
    'Somebody else changed it first. Nothing was changed by you.',
    'Please open the sign-off again to see how things stand.',
  );

export const notOpen = () =>
  say(
    'This sign-off is not open',
    'It is closed, or waits for a second person to say yes. Nothing was changed.',
    'Write “sign-offs” to see how things stand.',
  );

/** Why a use case did nothing. */
export function refused({ kind }: Refused): Pressed {
  switch (kind) {
    case 'not-yours':
      return notYours();
    case 'not-found':
      return noCampaign();
    case 'closed':
      return notOpen();
    case 'overtaken':
      return overtaken();
  }
}
