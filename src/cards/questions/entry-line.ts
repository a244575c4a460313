import type { AttachedPhrasing } from '../../domain/answering/phrasings/phrasing.ts';
import { toEntry } from '../../domain/answering/phrasings/to-entry.ts';
import { cutText, weightOf } from '../cut-text.ts';
import { longestParagraph } from '../messages/message.ts';

/**
 * An entry of phrasings.yaml as a card shows it to be copied. Of a long clause it says only how that begins, which an entry
 * may: a card would cut the line's end.
 */
export function entryLine(phrasing: AttachedPhrasing): string {
  const lineWith = (says: string) => toEntry({ ...phrasing, says }).trimEnd();
  const whole = lineWith(phrasing.says);
  if (weightOf(whole) <= longestParagraph) return whole;
  // A quotation mark in it is escaped twice.
  return lineWith(cutText(phrasing.says, (longestParagraph - weightOf(lineWith(''))) / 2));
}
