import type { Contact, School } from '../../domain/people/school.ts';
import { cutText } from '../cut-text.ts';

/** Ids and words by which a school's list names the ways that lead outside: each is shown where the school has it. */
const outsideRoutes: readonly { readonly ids: readonly string[]; readonly words: RegExp }[] = [
  { ids: ['nspcc-whistleblowing'], words: /nspcc.*whistleblow/i },
  { ids: ['lado'], words: /\bLADO\b|designated officer/i },
  { ids: ['childrens-social-care', 'social-care'], words: /social care/i },
];

/**
 * What a reporter is told before the first question: who they are is known, what is never asked or kept, and the ways that
 * lead outside the school. Source: domain.md D3 (no promise of secrecy; whistleblowers are told and given a way out).
 */
export function beforeYouBegin({ contacts }: Pick<School, 'contacts'>): { text: string }[] {
  const outside = outsideRoutes.flatMap(({ ids, words }) => {
    const contact = contacts.find(({ id }) => ids.includes(id)) ?? contacts.find(({ name }) => words.test(name));
    return contact?.phone ? [`${cutText(contact.name, 160)} ${cutText(contact.phone, 80)}`] : [];
  });
  return [
    'Teams tells us who you are, so a report is never anonymous. Nobody can promise to keep it secret.',
    'You are not asked for pictures, files or links, for what an image shows, or for a child’s address or date of birth. They are not kept either.',
    'Every answer is saved as you give it. Nothing is sent before you say so. To answer by typing alone, write “type”.',
    outside.length > 0
      ? `Rather speak to somebody outside the school? ${outside.join(' · ')}`
      : 'Rather speak to somebody outside the school? NSPCC Whistleblowing Advice Line 0800 028 0285',
  ].map((text) => ({ text: `• ${text}` }));
}

/** How a contact is reached, in one sentence. */
export function contactLine({ name, phone, hours }: Contact): string {
  const number = phone ? `: ${cutText(phone, 80)}` : '';
  return `${cutText(name, 160)}${number}${hours ? ` (${cutText(hours, 160)})` : ''}`;
}
