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
  // Nothing but quotation marks and backslashes is escaped in cleaned text, so a character weighs 4 bytes at most.
  if (4 * (whole.length + 1) <= limit || weightOf(whole) <= limit) return whole;
  const characters = [...whole.slice(0, limit)]; // a character weighs 2 bytes at least
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

/** How much room the quotations of a card get, in bytes each. */
export interface Room {
  readonly best: number;
  readonly others: number;
}

/** From the most to the least: what stands first keeps its words longest, and 800 characters of it always fit. */
const rooms: readonly Room[] = [
  { best: 6000, others: 3000 },
  { best: 6000, others: 1700 },
  { best: 6000, others: 900 },
  { best: 3000, others: 900 },
  { best: 3000, others: 500 },
  { best: 1700, others: 500 },
];

/**
 * The view with the most room for what it quotes that still fits a card, where the template itself adds `frameOf(view)`
 * bytes. Clauses of a usual length are never cut.
 */
export function fitView<View>(frameOf: (view: View) => number, toView: (room: Room) => View): View {
  for (const room of rooms) {
    const view = toView(room);
    if (weightOf(view) + frameOf(view) <= cardLimit) return view;
  }
  return toView({ best: 800, others: 300 });
}
