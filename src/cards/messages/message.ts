import { z } from 'zod/v4';
import { defineCard } from '../define-card.ts';

const MessageView = z.strictObject({ title: z.string().max(200), paragraphs: z.array(z.string().max(1000)).max(10) });
export type MessageView = z.infer<typeof MessageView>;

/** A title and a few plain paragraphs: what did and did not happen, and what to do next. */
export const messageCard = defineCard('messages/message', MessageView);
