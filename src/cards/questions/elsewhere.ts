import { z } from 'zod/v4';
import { ChatLink } from '../chat-link.ts';
import { defineCard } from '../define-card.ts';

const ElsewhereView = z.strictObject({
  title: z.string(),
  paragraphs: z.array(z.string()),
  canChat: z.boolean(),
  chat: ChatLink,
  button: z.string(),
});
export type ElsewhereView = z.infer<typeof ElsewhereView>;

/** Why nothing was handed over here, and the way that is open: another chat, or the telephone. */
export const elsewhereCard = defineCard('questions/elsewhere', ElsewhereView);
