import { messageCard } from '../../cards/messages/message.ts';
import type { Refusal } from '../../domain/signoffs/find-signing.ts';
import type { Pressed } from '../on-verb.ts';

export const signingSummary = 'Staffroom: about your signature';

/** A card of words alone. */
export function say(title: string, ...paragraphs: string[]): Pressed {
  return { card: messageCard.render({ title, paragraphs }), replaces: false, summary: signingSummary };
}

/** Why nothing was signed, and what to do. Somebody else's card and none at all are the same. */
export function refusalCard(why: Refusal): Pressed {
  const [title, ...paragraphs] = words[why];
  return say(title, ...paragraphs, 'Nothing was signed, and nothing else was changed.');
}

const none = [
  'There is no such request for you',
  'Only the person who is asked can use such a card, in their own chat.',
  'Write “what do I need to sign” to see what you are asked.',
] as const;

const words: Record<Refusal, readonly [string, ...string[]]> = {
  unknown: none,
  'other-person': none,
  'not-open': ['This is not open yet', 'A second person has to confirm it first. You get a card once they have.'],
  closed: ['This is closed', 'Nobody is asked for this any more. If you still want to sign, speak to the head.'],
  exempt: ['You need not sign this', 'The head noted that you are exempt. If that is wrong, speak to the head.'],
  left: [
    'You are no longer asked for this',
    'You are not among those any more for whom it is meant. If that is wrong, speak to the head.',
  ],
  declined: [
    'You said that you cannot agree',
    'If you have changed your mind, tell the head: once they ask you again, you can sign.',
  ],
  'older-version': [
    'This card is of an older version',
    'Other words have taken its place since. You are asked to sign those as soon as the head asks for them.',
  ],
};

/** Elsewhere than in the person's own chat nothing is shown. */
export function inOwnChat(): Pressed {
  return say(
    'Please write to Staffroom in your own chat',
    'What you sign is for you alone, and others read along here. Nothing was signed, and nothing was changed.',
  );
}

/** Somebody else changed the same all the time. */
export function overtaken(): Pressed {
  return say(
    'That changed in the meantime',
    'Nothing was signed. Write “what do I need to sign” to see how things stand.',
  );
}
