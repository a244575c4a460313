/** Control characters, marks that turn the direction of writing, halves of surrogate pairs. */
const unseen =
  // eslint-disable-next-line no-control-regex -- these are the characters to take out
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/** One look tells whether there is anything to clean at all. */
const unclean = new RegExp(`${unseen.source}|[\\u2028\\u2029]| {2}|\\{\\{`, 'u');

/**
 * What people or policies wrote, made safe to show on one line: no control characters, nothing that turns the
 * direction of writing, no broken characters, and no `{{DATE(…)}}` that a card would evaluate (its braces are set
 * apart by a word joiner, which nobody sees). Runs of white space become one space. All other characters stay as they
 * are. Cleaning twice changes nothing more.
 */
export function plainText(text: string): string {
  if (!unclean.test(text)) return text;
  return text
    .replace(/[\t-\r \u0085\u2028\u2029]+/g, ' ')
    .replace(unseen, '')
    .replace(/ {2,}/g, ' ')
    .replace(/\{(?=\{)/g, '{\u2060');
}
