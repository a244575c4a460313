/** HTML elements that word processors leave behind; anything else in angle brackets is a word of the document. */
const element =
  /<\/?(?:ul|ol|li|br|p|u|b|i|em|strong|span|div|a|sup|sub|small|center|font|table|thead|tbody|tr|td|th|h[1-6]|hr|img)(?=[\s/>])[^<>]*>/gi;

/** Footnote references of reStructuredText: marks, not words. */
const footnoteReference = /\s*\[(?:#[\w-]*|\*|\d+)\]_(?![\p{L}\p{N}])/gu;
/** A link of reStructuredText keeps its words and its address. */
const link = /`([^`<>]*<[^<>`]+>)`__?/g;

/** Takes HTML elements, emphasis and reference marks off the words; white space runs become one space. No word changes. */
export function cleanText(text: string): string {
  return withoutEmphasis(text.replace(element, ' ').replace(footnoteReference, '').replace(link, '$1'))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The clauses that HTML in a table cell separates: at `<li>`, `<br>` and `<p>`. */
export function splitAtElements(text: string): string[] {
  return text.split(/<(?:li|br|p)(?=[\s/>])[^<>]*>/i).filter((part) => cleanText(part) !== '');
}

/** Emphasis in the sense of Markdown and RST: marks that stand against the words they set off, and code marks. */
function withoutEmphasis(text: string): string {
  return text
    .replace(/(^|[^\p{L}\p{N}*\\])(\*{1,3})(?=[^\s*])([^*]*[^\s*\\])\2(?![\p{L}\p{N}*])/gu, '$1$3')
    .replace(
      /(^|[^\p{L}\p{N}_\\/])(_{1,3})(?=[^\s_])((?:[^_]|_(?=[\p{L}\p{N}])){0,600}[^\s_\\])\2(?![\p{L}\p{N}_])/gu,
      '$1$3',
    )
    .replace(/(^|[^`])``?(?=[^\s`])([^`<>]*[^\s`])``?(?![`_])/gu, '$1$2');
}
