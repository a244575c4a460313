import { chatLink } from '../../cards/chat-link.ts';
import { cutText } from '../../cards/cut-text.ts';
import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { nameResponder } from '../../cards/questions/compose.ts';
import { elsewhereCard } from '../../cards/questions/elsewhere.ts';
import type { OwnerFound } from '../../domain/questions/find-owner.ts';
import type { TextFault } from '../../domain/questions/text-fault.ts';
import type { Log } from '../../log.ts';
import { gone } from '../answering/gone.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';

const summary = 'Staffroom: about a question';

/** Elsewhere than in the person's own chat: a link to that chat, and nothing else happens. */
export function onlyInPrivate({ place }: Caller, ownAppId: string): Pressed | undefined {
  if (place.kind === 'personal') return undefined;
  return { card: privateChatCard(ownAppId), replaces: false, summary: 'Staffroom: please ask in our private chat' };
}

/** Asks to go on in the private chat with the bot. */
export function privateChatCard(ownAppId: string): AdaptiveCardJson {
  return elsewhereCard.render({
    title: 'Please do this in our private chat',
    paragraphs: [
      'Everybody in this team can read this channel. Nothing was handed over, and nothing was kept.',
      'Ask your question again there: the same button stands below the answer.',
    ],
    canChat: true,
    chat: chatLink(`28:${ownAppId}`),
    button: 'Open our chat',
  });
}

/** Why nobody gets the question through the bot, and how to ask instead. */
export function toNoOwnerCard(found: Exclude<OwnerFound, { kind: 'reachable' }>): Pressed {
  switch (found.kind) {
    case 'gone':
      return gone();
    case 'yourself':
      return say('You answer for this policy yourself', ['So there is nobody to hand the question to.']);
    case 'nobody':
      return say('Nobody is named for this policy', ['Please ask in the school office.', 'Nothing was handed over.']);
    case 'unreachable': {
      const { person } = found.responder;
      const name = cutText(person.name, 160);
      const card = elsewhereCard.render({
        title: `Please ask ${name} directly`,
        paragraphs: [
          `${nameResponder(found.responder)}.${person.phone ? ` Phone ${cutText(person.phone, 120)}.` : ''}`,
          'They have not used Staffroom yet, so it cannot give them your question. Nothing was handed over.',
        ],
        canChat: person.upn !== undefined,
        chat: person.upn ? chatLink(person.upn) : '',
        button: 'Open a chat',
      });
      return { card, replaces: true, summary };
    }
  }
}

/** The sentence on a form whose words were not taken. */
export function toProblem(fault: Exclude<TextFault, { kind: 'urgent' }>): string {
  return fault.kind === 'empty'
    ? 'There were no words in it, so nothing was sent.'
    : `That was longer than ${fault.longest.toLocaleString('en-GB')} characters, so nothing was sent or kept. Please shorten it.`;
}

/** The same for somebody else's question and for one that does not exist. */
export function notFound(): Pressed {
  return say('There is no such question for you', [
    'Questions can be read only by the person who asked and the person who was asked.',
    'Write “my questions” to see yours.',
  ]);
}

/** A question is there but cannot be opened. The log has the error id; nothing of the words is in either. */
export function unreadable(
  { log, newErrorId }: { log: Log; newErrorId: () => string },
  { id, schoolId }: { id: string; schoolId: string },
): Pressed {
  const errorId = newErrorId();
  log.error({ errorId, school: schoolId, reference: id, code: 'not-opened' }, 'a sealed text could not be opened');
  return say(`${id} cannot be opened now`, [
    'It is saved and nothing is lost, but its words are locked and the key for them is missing.',
    `Please tell your ICT lead: error ${errorId}.`,
  ]);
}

/** A plain card about a question. */
export function say(title: string, paragraphs: readonly string[]): Pressed {
  return { card: messageCard.render({ title, paragraphs: [...paragraphs] }), replaces: true, summary };
}
