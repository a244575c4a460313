import { z } from 'zod/v4';
import type { SchoolLibrary } from '../domain/policies/library.ts';
import { responderFor } from '../domain/people/responder-for.ts';
import { roleTitles, type Role } from '../domain/people/role.ts';
import { ChatLink, chatLink } from './chat-link.ts';
import { cutText } from './cut-text.ts';
import { shortName } from './short-name.ts';

/** Whom to ask, and the button that does it. `chat` is empty where there is no button. */
export const ResponderView = z.strictObject({
  /** "Jo Baker, Headteacher. Phone 01632 960101." */
  line: z.string(),
  canChat: z.boolean(),
  chat: ChatLink,
  button: z.string(),
});
export type ResponderView = z.infer<typeof ResponderView>;

/**
 * Whom to ask about what `role` answers for, with a Teams chat where their sign-in name is known. `message` is typed
 * into the chat, not sent; leave it out where the words should not travel.
 */
export function toResponderView(library: SchoolLibrary, role: Role, today: string, message?: string): ResponderView {
  const responder = responderFor(library, role, today);
  if (!responder) return { line: 'the school office.', canChat: false, chat: '', button: 'Ask' };
  const { person, standsInFor } = responder;
  const name = cutText(person.name, 160);
  const title = roleTitles[responder.role];
  const who = standsInFor
    ? `${name}, covering today for ${cutText(standsInFor.name, 160)} (${title}).`
    : `${name}, ${title}.`;
  return {
    line: person.phone ? `${who} Phone ${cutText(person.phone, 120)}.` : who,
    canChat: person.upn !== undefined,
    chat: person.upn ? chatLink(person.upn, message) : '',
    button: `Ask ${shortName(person.name)}`,
  };
}
