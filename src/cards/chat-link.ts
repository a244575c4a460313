import { z } from 'zod/v4';
import { plainText } from './plain-text.ts';

const start = 'https://teams.microsoft.com/l/chat/0/0?users=';
const longest = 250;
const longestEncoded = 1600;

/** A link that opens a Teams chat; empty where there is nobody to open it with. */
export const ChatLink = z.string().refine((url) => url === '' || url.startsWith(start), 'not a Teams chat link');

/**
 * The link that opens a Teams chat with `upn`, `message` already typed in but not sent. The message is cleaned and cut
 * at 250 characters, earlier where they need much room in a link. The only place where a link is made out of what
 * somebody wrote. Source: learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
 */
export function chatLink(upn: string, message = ''): string {
  const link = `${start}${encodeURIComponent(upn)}`;
  const words = plainText(message).replace(/\s+/g, ' ').trim();
  if (words === '') return link;
  const whole = encodeURIComponent(words);
  if (words.length <= longest && whole.length <= longestEncoded) return `${link}&message=${whole}`;
  const characters = [...words];
  let text = characters.slice(0, longest).map(encodeURIComponent);
  if (characters.length > longest) text.splice(-1, 1, encodeURIComponent('…'));
  while (text.join('').length > longestEncoded) text = [...text.slice(0, -2), encodeURIComponent('…')];
  return `${link}&message=${text.join('')}`;
}
