import { messageCard } from '../../cards/messages/message.ts';
import type { Pressed } from '../on-verb.ts';

/** A button named a clause that is not among the school's policies any more. */
export function gone(): Pressed {
  const card = messageCard.render({
    title: 'This clause is no longer in your school’s policies',
    paragraphs: [
      'The policy was changed, withdrawn or has ended since this card was made, so it is not shown.',
      'Please ask your question again: the answer will come from the policies as they stand today.',
    ],
  });
  return { card, replaces: false };
}
