import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';
import { messageCard } from '../../cards/messages/message.ts';
import type { ReplyCard } from './reply-cards.ts';

const Attachment = z.object({ contentType: z.string(), content: z.unknown() });
const Attachments = z.array(Attachment).catch([]);

/**
 * Whether a file or picture came with the message. Teams attaches the message's own HTML too, which is none; nor is a card of
 * words, such as a clause that was quoted.
 */
export function hasFiles({ attachments }: Partial<Activity>): boolean {
  return Attachments.parse(attachments ?? []).some(
    (attachment) => !/^text\/html/i.test(attachment.contentType) && !isCardOfWords(attachment),
  );
}

/** A card that shows a picture names where it is. */
function isCardOfWords({ contentType, content }: z.infer<typeof Attachment>): boolean {
  const isCard = contentType === 'application/vnd.microsoft.card.adaptive';
  return isCard && content !== undefined && !/(?:url|image|poster)"/i.test(JSON.stringify(content));
}

/**
 * Said of every file alike: it was not opened, so nobody knows what it shows. `told`: those who get the report that it
 * belongs to learn that one was sent.
 */
export function noFiles(told = false): ReplyCard {
  const card = messageCard.render({
    title: 'I do not open files or pictures',
    paragraphs: [
      'The file was not opened, copied or passed on. It is still in this chat.',
      'Does it show a child in a way that worries you? Do not send it to anybody and do not delete it. Speak to your Designated Safeguarding Lead now.',
      told
        ? 'Whoever gets your report is told that a file was sent, and will speak to you. In the report, say where the evidence is kept.'
        : 'For anything else, ask me in a sentence or two.',
    ],
  });
  return { card, summary: 'I do not open files or pictures' };
}
