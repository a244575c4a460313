import { plainText } from './plain-text.ts';

/** The most that a card may weigh, in bytes. Teams' own limit has been documented as 28 KB and up. */
export const cardLimit = 25_000;

/** What a value weighs in a card, in bytes: the larger of UTF-8 and UTF-16, written as JSON. */
export function weightOf(value: unknown): number {
  const json = JSON.stringify(value);
  return Math.max(Buffer.byteLength(json), json.length * 2);
}

/** The cleaned text where it weighs at most `limit` bytes, else its beginning up to the end of a word, and " …". */
export function cutText(text: string, limit: number): string {
  const whole = plainText(text);
  if (weightOf(whole) <= limit) return whole;
  const characters = [...whole];
  let fits = 0;
  let tooMany = characters.length;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (weightOf(`${characters.slice(0, middle).join('')} …`) <= limit) fits = middle;
    else tooMany = middle;
  }
  const kept = characters.slice(0, fits).join('');
  const wordEnd = kept.search(/\s\S{0,40}$/u);
  return `${(wordEnd > 0 ? kept.slice(0, wordEnd) : kept).trimEnd()} …`;
}

/**
 * The first of the views, tried with ever smaller limits for what is quoted, that fits a card whose template itself
 * weighs `frame` bytes. Clauses of a usual length are never cut.
 */
export function fitView<View>(frame: number, toView: (limit: number) => View): View {
  const limits = [6000, 3000, 1500, 700];
  const limit = limits.find((each) => weightOf(toView(each)) + frame <= cardLimit);
  return toView(limit ?? 300);
}
