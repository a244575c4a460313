import { chatLink } from '../../cards/chat-link.ts';
import { cutText } from '../../cards/cut-text.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { elsewhereCard } from '../../cards/questions/elsewhere.ts';
import { whoText } from '../../cards/slips/compose.ts';
import type { Receiver } from '../../domain/incidents/who-receives.ts';
import type { SlipFault } from '../../domain/slips/slip-act.ts';
import type { Slip } from '../../domain/slips/slip.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import type { SlipDeps } from './slip-deps.ts';

export const slipSummary = 'Staffroom: what you tell and ask';

export const say = (title: string, ...paragraphs: string[]): Pressed => ({
  card: messageCard.render({ title, paragraphs }),
  replaces: false,
  summary: slipSummary,
});

/** Elsewhere than in the person's own chat: a link to that chat, and nothing else happens. */
export function onlyInPrivate({ place }: Caller, ownAppId: string): Pressed | undefined {
  if (place.kind === 'personal') return undefined;
  const card = elsewhereCard.render({
    title: 'Please do this in our private chat',
    paragraphs: [
      'Others can read along here. Nothing was sent, and nothing was kept.',
      'In our chat, write “tell” or “ask permission”. Or ask your question again: the button stands below the answer.',
    ],
    canChat: true,
    chat: chatLink(`28:${ownAppId}`),
    button: 'Open our chat',
  });
  return { card, replaces: false, summary: slipSummary };
}

export function notTaken(): Pressed {
  return say(
    'Your school has not set this up here',
    'Please speak to your headteacher, or write to them. Nothing was sent or kept.',
  );
}

/** The same for somebody else's and for what does not exist. */
export function notFound(): Pressed {
  return say(
    'There is nothing of that reference for you',
    'It can be read by whoever sent it and by those who answer it. Nothing was changed.',
    'Write “my permissions” to see what you told and asked.',
  );
}

export function notYours(): Pressed {
  return say('That is for somebody else to do', 'Nothing was changed. Write “my permissions” to see what is yours.');
}

/** Nobody is left who could answer: it is about all of them, or they sent it. */
export function nobodyLeft({ library: { school } }: Caller): Pressed {
  const lado = school.contacts.find(({ id }) => id === 'lado');
  const outside = lado ? `${cutText(lado.name, 240)}${lado.phone ? `, ${cutText(lado.phone, 120)}` : ''}` : 'the LADO';
  return say(
    'Nobody at your school is left who could answer this',
    'It would go to nobody whom it is not about. Nothing was sent or kept.',
    `Please ring ${outside}: they advise on worries about adults who work with children.`,
  );
}

/** Teams does not know yet who they are. */
export function unreachable(receivers: readonly Receiver[]): Pressed {
  const phones = receivers.flatMap(({ person }) =>
    person.phone ? [`${cutText(person.name, 160)}, phone ${cutText(person.phone, 120)}.`] : [],
  );
  return say(
    'Please speak to them yourself',
    `This goes to ${whoText(receivers)}, who cannot be reached in Teams yet. Nothing was sent or kept.`,
    ...phones,
  );
}

/** A slip is there and cannot be opened. The log has the error id; nothing of the words is in either. */
export function unreadable({ log, newErrorId }: SlipDeps, { id, schoolId }: Pick<Slip, 'id' | 'schoolId'>): Pressed {
  const errorId = newErrorId();
  log.error({ errorId, school: schoolId, reference: id, code: 'not-opened' }, 'a sealed text could not be opened');
  return say(
    `${id} cannot be opened now`,
    'It is saved and nothing is lost, but its words are locked and the key for them is missing.',
    `Please tell your ICT lead: error ${errorId}.`,
  );
}

/** Why nothing was sent, above the form. */
export const problems = {
  empty: 'Something was left empty, so nothing was sent. Please answer every question.',
  'too-long': 'That was longer than 2,400 characters, so nothing was sent or kept. Please shorten it.',
  until: 'That day cannot be used, so nothing was sent. Choose one from today on, within two years, or none.',
} as const;

export const faults: Readonly<Record<SlipFault, string>> = {
  reason: 'Nothing was changed yet: please say why, in a few words.',
  until: 'Nothing was changed: that day cannot be used. Choose one that is later, within two years.',
  'too-long': 'That was longer than 1,400 characters, so nothing was changed. Please shorten it.',
};
