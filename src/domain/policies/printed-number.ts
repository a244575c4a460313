import { plainText } from './plain-text.ts';

const printedNumber =
  /^(?:\(?\d{1,3}(?:\.\d{1,3})*[a-z]?(?:\.|\)|:)?|\(?[a-z](?:\.|\))|\(?[ivxlc]{1,6}(?:\.|\))|\(?\d{0,3}[a-z]\)|[A-Z]{1,2}\d{1,3}(?:\.\d{1,3})*\.?|(?:Appendix|Annexe?|Section|Schedule|Part|Rule|Article) [\dA-Z]{1,3}[.:]?)$/i;

/** Takes the number as printed off the start: bold in a paragraph (`**2.4.6** Use …`), the marker of a numbered list item. */
export function splitNumber(markdown: string, marker?: string): { ref?: string; text: string } {
  const bold = boldNumber(markdown);
  if (bold) return { ref: bold.printed, text: plainText(markdown.slice(bold.length)) };
  return marker ? { ref: marker, text: plainText(markdown) } : { text: plainText(markdown) };
}

/** The printed number that stands in bold at the start, and how far it reaches with the space behind it. */
export function boldNumber(markdown: string): { printed: string; length: number } | undefined {
  const [bold, inner = ''] = /^\*\*([^*]+)\*\*(?:\s+|$)/.exec(markdown) ?? [];
  const printed = plainText(inner);
  return bold !== undefined && printedNumber.test(printed) ? { printed, length: bold.length } : undefined;
}
