import type { ContactAsked } from '../people/find-contact.ts';
import { contactAsked } from './messages/contact-question.ts';
import { detectLanguage, type Language } from './messages/detect-language.ts';
import { plainWords } from './messages/plain-words.ts';
import { senseUrgency, type Urgency } from './messages/sense-urgency.ts';
import { smallTalk, withoutCourtesies } from './messages/small-talk.ts';

/** The longest message that is searched with, in characters. Anything longer is a document or a report, not a question. */
export const longestQuestion = 1_000;

/**
 * What somebody wants who wrote a message. `incident` says that it sounds like something that is happening:
 * `danger` when somebody may be hurt now, `incident` when something has happened that must be reported.
 */
export type MessageIntent =
  | { readonly kind: 'greeting' | 'thanks' | 'help' | 'empty' | 'emoji-only' | 'gibberish' }
  | { readonly kind: 'too-long'; readonly incident?: Urgency }
  | { readonly kind: 'other-language'; readonly language: Language }
  | { readonly kind: 'contact'; readonly asked: readonly ContactAsked[]; readonly question: string }
  | { readonly kind: 'question'; readonly question: string; readonly incident?: Urgency };

/**
 * Reads what a person wrote, by rules alone; the same text always reads the same. Takes any string, mentions and HTML
 * already removed. A sign of danger outweighs every other reading. `contact` has one or more readings of whom is meant;
 * when the school's list knows none of them, the message is a question like any other.
 */
export function readMessage(text: string): MessageIntent {
  const trimmed = text.trim();
  const plain = plainWords(trimmed);
  const urgency = senseUrgency(plain);
  const incident = urgency && { incident: urgency };
  if (trimmed.length > longestQuestion) return { kind: 'too-long', ...incident };
  const question = withoutCourtesies(trimmed);
  if (urgency) return { kind: 'question', question, incident: urgency };
  if (!/[\p{L}\p{N}]/u.test(trimmed.replaceAll(emoji, ''))) return withoutWords(trimmed);
  const talk = smallTalk(plain);
  if (talk) return { kind: talk };
  const language = detectLanguage(trimmed);
  if (language) return { kind: 'other-language', language };
  if (isGibberish(trimmed)) return { kind: 'gibberish' };
  const asked = contactAsked(plainWords(question));
  return asked.length > 0 ? { kind: 'contact', asked, question } : { kind: 'question', question };
}

/** Whether it sounds like something that is happening, so that whoever wrote it has to be told what to do now. */
export function soundsUrgent(text: string): boolean {
  const intent = readMessage(text);
  return 'incident' in intent && intent.incident !== undefined;
}

/** Pictures, flags, and digits drawn as keys. */
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\d#*]\uFE0F?\u20E3/gu;

function withoutWords(text: string): MessageIntent {
  if (/^[?¿]+$/.test(text)) return { kind: 'help' };
  return { kind: text.search(emoji) >= 0 ? 'emoji-only' : 'empty' };
}

/** Only digits, or words that no language has: no vowel, one letter over and over, a run of the keyboard. */
function isGibberish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return true;
  const odd = (word: string) =>
    (word.length >= 5 && word !== 'nspcc' && !/[aeiouy]/.test(word.normalize('NFKD'))) ||
    /(.)\1{3,}/.test(word) ||
    /asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert(?!h)|zxcv|xcvb|cvbn/.test(word);
  const known = words.filter((word) => !odd(word) && word.length > 1);
  return words.some(odd) && known.length === 0;
}
