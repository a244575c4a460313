import { cleanText } from '../blocks/clean-text.ts';
import { readMarker } from '../blocks/marker.ts';

/** "Section 2 -", "Appendix 1:" and the like at the head of a title. */
export const sectionPrefix =
  /^(?:section|part|appendix|annexe?|schedule|chapter)\s+(?:\d{1,2}|[A-Z]|[ivxIVX]+)\b\s*[-–—:.]*\s*/i;

/** A title without its number, its page number and its punctuation: what a contents entry and its heading share. */
export function titleKey(text: string): string {
  const { rest } = readMarker(cleanText(withoutPageNumber(text)).replace(/^(\d+(?:\.\d+)*)\s+[-–]\s+/, '$1. '));
  const bare = rest.replace(/^\d{1,2}(?:\.\d{1,2})*\s+/, '');
  const short = bare.replace(sectionPrefix, '');
  return (short || bare).toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The page number of a contents entry: after dots, a tab or a wide gap. */
const trailingPage = /(?:\s*(?:\.\s?){3,}|\s*…+|\t+|\s{2,})\s*\d{1,3}\s*$/;

export function withoutPageNumber(text: string): string {
  return text.replace(trailingPage, '');
}

export function hasPageNumber(text: string): boolean {
  return trailingPage.test(text);
}
