import { chatLink } from '../../cards/chat-link.ts';
import { elsewhereCard } from '../../cards/questions/elsewhere.ts';
import type { Pressed } from '../on-verb.ts';

/** Where others can read, nothing is said of reports, not even that there is one. */
export function reportsInPrivate(ownAppId: string): Pressed {
  const card = elsewhereCard.render({
    title: 'Please do this in our private chat',
    paragraphs: ['Others can read here. Nothing was changed and nothing was kept.'],
    canChat: true,
    chat: chatLink(`28:${ownAppId}`),
    button: 'Open our chat',
  });
  return { card, replaces: false, summary: 'Staffroom: please ask in our private chat' };
}
