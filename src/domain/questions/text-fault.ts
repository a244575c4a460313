import type { Urgency } from '../answering/messages/sense-urgency.ts';
import { longestQuestion, readMessage } from '../answering/read-message.ts';

/** The longest texts that are taken, in characters. */
export const longest = { question: longestQuestion, answer: 4_000, gap: longestQuestion } as const;

/**
 * Why a text is not taken. `urgent`: it sounds like something that is happening, which belongs to the Designated
 * Safeguarding Lead and is kept nowhere else.
 */
export type TextFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly longest: number }
  | { readonly kind: 'urgent'; readonly urgency: Urgency };

/** What speaks against taking `text`; undefined when nothing does. An answer is taken whatever it is about. */
export function faultOf(text: string, use: keyof typeof longest): TextFault | undefined {
  if (use !== 'answer') {
    const intent = readMessage(text);
    if ('incident' in intent && intent.incident) return { kind: 'urgent', urgency: intent.incident };
  }
  if (text.trim() === '') return { kind: 'empty' };
  return text.trim().length > longest[use] ? { kind: 'too-long', longest: longest[use] } : undefined;
}
