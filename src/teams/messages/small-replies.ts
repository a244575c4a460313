import { inDanger } from '../../cards/in-danger.ts';
import type { MessageView } from '../../cards/messages/message.ts';
import { longestQuestion } from '../../domain/answering/read-message.ts';
import type { ChannelReply } from '../answering/in-staff-team.ts';

type SmallReply = Exclude<ChannelReply, { kind: 'safety' | 'quoted' | 'unsure' | 'contact' | 'help' }>;

/** The words for what is no question about the policies. */
export function toSmallReply(reply: SmallReply): MessageView {
  switch (reply.kind) {
    case 'greeting':
      return {
        title: 'Hello',
        paragraphs: [
          'Ask me what your school’s policies say, in your own words: “May I use my own phone in class?”',
          'I answer with the policy’s own words and show where they stand. Write “help” to see what I can do.',
        ],
      };
    case 'thanks':
      return { title: 'Any time', paragraphs: ['Ask again whenever you like.'] };
    case 'empty':
      return { title: 'There was nothing to read', paragraphs: ['Please write your question in a sentence or two.'] };
    case 'emoji-only':
      return {
        title: 'I can only read words',
        paragraphs: ['Please write your question in a sentence or two, or write “help” to see what I can do.'],
      };
    case 'gibberish':
      return {
        title: 'I could not make out a question',
        paragraphs: [
          'Nothing was searched. Please write it in a sentence or two, or write “help” to see what I can do.',
        ],
      };
    case 'too-long':
      return {
        title: 'That is too long for me',
        paragraphs: [
          `I read questions of up to ${longestQuestion.toLocaleString('en-GB')} characters. Nothing was searched, and I have kept nothing of what you wrote.`,
          'Please ask in a sentence or two, without names.',
          inDanger,
        ],
      };
    case 'other-language':
      return {
        title: 'I can only search in English',
        paragraphs: [
          ...(reply.language.sentence ? [reply.language.sentence] : []),
          `${reply.language.code === 'und' ? 'This does not look like English' : `This looks like ${reply.language.name}`}. The policies are in English. Please ask in English, in a sentence or two.`,
          inDanger,
        ],
      };
    case 'not-in-a-channel':
      return {
        title: 'Please do not go on here',
        paragraphs: [
          'Everybody in this team can read this channel. If your message names a child or a colleague, please delete it.',
          'Tell the people named above in person or by phone, or ask me in our private chat.',
        ],
      };
  }
}
