import { z } from 'zod/v4';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';

/** What a paragraph may weigh (cut-text.ts). */
export const longestParagraph = 2400;

/** At most eight paragraphs; a longer text than a card takes is cut at the end of a word. */
const MessageView = z.strictObject({
  title: z.string().transform((title) => cutText(title, 400)),
  paragraphs: z.array(z.string().transform((paragraph) => cutText(paragraph, longestParagraph))).max(8),
});
export type MessageView = z.infer<typeof MessageView>;

/** A title and a few plain paragraphs: what did and did not happen, and what to do next. */
export const messageCard = defineCard('messages/message', MessageView);
