import { answerCard, toAnswerView } from '../../cards/answering/answer.ts';
import { contactCard, toContactView } from '../../cards/answering/contact.ts';
import { safetyCard, toSafetyView } from '../../cards/answering/safety.ts';
import { toUnsureView, unsureCard } from '../../cards/answering/unsure.ts';
import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { messageCard } from '../../cards/messages/message.ts';
import type { Caller } from '../caller.ts';
import { toSmallReply } from '../messages/small-replies.ts';
import type { ChannelReply } from './in-staff-team.ts';

/** A card and the words of its notification, which never repeat what was asked. */
export interface ReplyCard {
  readonly card: AdaptiveCardJson;
  readonly summary: string;
}

/**
 * The card for a reply; `submission` is for the form on it, `signed` and `wording` for its reader alone. What sounds like an incident
 * is asked in person only.
 */
export function toReplyCard(
  reply: Exclude<ChannelReply, { kind: 'help' }>,
  { library, today }: Pick<Caller, 'library' | 'today'>,
  submission: string,
  { signed, wording }: { signed?: string | undefined; wording?: string | undefined } = {},
): ReplyCard {
  switch (reply.kind) {
    case 'safety':
      return {
        card: safetyCard.render(toSafetyView({ library, urgency: reply.urgency, today, submission })),
        summary: reply.urgency === 'danger' ? 'In danger now? Call 999.' : 'First, what to do now',
      };
    case 'quoted': {
      const { best, others, certainty, question, byReader } = reply;
      const shown = {
        best,
        others,
        signed,
        wording,
        byReader,
        incident: question === undefined,
        ...(certainty && { certainty }),
      };
      return {
        card: answerCard.render(toAnswerView({ library, today, submission, ...shown })),
        summary: 'From your school’s policies',
      };
    }
    case 'unsure': {
      const { nearest, question, byReader } = reply;
      return {
        card: unsureCard.render(toUnsureView({ library, today, nearest, incident: question === undefined, byReader })),
        summary: 'The policies do not clearly say',
      };
    }
    case 'contact':
      return {
        card: contactCard.render(toContactView({ library, today, found: reply.found })),
        summary: 'Whom to contact',
      };
    default: {
      const words = toSmallReply(reply);
      return { card: messageCard.render(words), summary: words.title };
    }
  }
}
