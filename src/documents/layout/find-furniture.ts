import { readMarker } from '../blocks/marker.ts';
import type { SourceLine } from '../source-line.ts';

const pageNumber = /^\W*(?:page\s*)?\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?(?:\s*\|?\s*p\s?a\s?g\s?e)?\W*$/i;
const wordedPageNumber = /\bpage\s*\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?\b|\d\s*\|\s*p\s?a\s?g\s?e\b/i;

/**
 * The numbers of the lines that are a page's furniture: headers and footers that come back page after page, and page
 * numbers. With pages known, what repeats at their edges; without, what repeats where a page was broken.
 */
export function findFurniture(lines: readonly SourceLine[]): Set<number> {
  const words = lines.filter(({ text }) => text.trim() !== '');
  const paged = words.some(({ page }) => (page ?? 1) > 1);
  const found = paged ? atPageEdges(words) : amongLines(lines, words);
  for (const { number, text } of words) if (isWordedPageNumber(text)) found.add(number);
  return found;
}

function isWordedPageNumber(text: string): boolean {
  return pageNumber.test(text.trim()) && wordedPageNumber.test(text);
}

function atPageEdges(words: readonly SourceLine[]): Set<number> {
  const pages = new Map<number, SourceLine[]>();
  for (const line of words) pages.set(line.page ?? 1, [...(pages.get(line.page ?? 1) ?? []), line]);
  const edges = [...pages.values()].map((page) => ({ top: page.slice(0, 4), bottom: page.slice(-4) }));
  const found = new Set<number>();
  for (const side of ['top', 'bottom'] as const) {
    const counts = new Map<string, number>();
    for (const edge of edges)
      for (const key of new Set(edge[side].map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const edge of edges) {
      const inward = side === 'top' ? edge.top : [...edge.bottom].reverse();
      for (const line of inward) {
        const often = (counts.get(keyOf(line)) ?? 0) >= Math.max(2, Math.ceil(pages.size * 0.5));
        if (!often && !pageNumber.test(line.text.trim())) break;
        if (often || isOwnNumber(line, pages.size)) found.add(line.number);
      }
    }
  }
  return found;
}

/** A bare number at a page's edge is its page number only where it is about the page's own. */
function isOwnNumber(line: SourceLine, pages: number): boolean {
  const printed = Number(/\d+/.exec(line.text)?.[0]);
  return Math.abs(printed - (line.page ?? 0)) <= 4 && printed <= pages + 4;
}

function amongLines(lines: readonly SourceLine[], words: readonly SourceLine[]): Set<number> {
  const groups = new Map<string, number[]>();
  words.forEach((line, index) => {
    const { text, style } = line;
    const key = keyOf(line);
    if (
      key.length <= 140 &&
      !/^\s*\p{Ll}/u.test(text) &&
      /\p{L}/u.test(key) &&
      !text.includes('\t') &&
      !readMarker(line.text).marker &&
      !style?.item
    ) {
      groups.set(key, [...(groups.get(key) ?? []), index]);
    }
  });
  const repeated = new Set([...groups.values()].filter((at) => at.length >= 3).flat());
  const found = new Set<number>();
  for (const at of groups.values()) {
    if (at.length < 2) continue;
    const numbered =
      at.length >= 3 &&
      new Set(at.map((i) => words[i]?.text.trim())).size > 1 &&
      at.every((i) => wordedPageNumber.test(words[i]?.text ?? ''));
    const beside = at.filter((i) => touches(words, repeated, i, groups)).length;
    const cutting = at.filter((i) => cutsSentence(words, repeated, i)).length;
    if (numbered || (at.length >= 3 && (beside * 2 >= at.length || cutting > 0))) {
      for (const i of at) found.add(words[i]?.number ?? 0);
    }
  }
  for (const number of bareNumbers(lines)) found.add(number);
  return found;
}

/** The next or previous printed line is another line that repeats as often: a footer and then a header. */
function touches(
  words: readonly SourceLine[],
  repeated: ReadonlySet<number>,
  at: number,
  groups: ReadonlyMap<string, number[]>,
): boolean {
  const own = words[at];
  const count = own ? (groups.get(keyOf(own))?.length ?? 0) : 0;
  return [at - 1, at + 1].some((i) => {
    const other = words[i];
    if (!own || !other || !repeated.has(i) || keyOf(other) === keyOf(own)) return false;
    const apart = Math.abs(other.number - own.number);
    return apart === 1 && Math.abs((groups.get(keyOf(other))?.length ?? 0) - count) <= 1 && own.text.trim().length > 12;
  });
}

/** The line stands inside a sentence that goes on after it. */
function cutsSentence(words: readonly SourceLine[], repeated: ReadonlySet<number>, at: number): boolean {
  const before = words.slice(0, at).findLast((_, i) => !repeated.has(i));
  const after = words.slice(at + 1).find((_, i) => !repeated.has(at + 1 + i));
  if (!before || !after || (words[at]?.text.trim().length ?? 0) < 12) return false;
  return /[\p{Ll},]\s*$/u.test(before.text) && /^\s*\p{Ll}/u.test(after.text) && before.text.trim().length > 40;
}

/** Lines that are a number and nothing else, where they count the pages upwards. */
function bareNumbers(lines: readonly SourceLine[]): number[] {
  const bare = lines.filter(({ text }) => /^\W*\d{1,3}\W*$/.test(text.trim()) && !/[.)]\s*$/.test(text));
  const values = bare.map(({ text }) => Number(/\d+/.exec(text)?.[0]));
  const counts = bare.length >= 2 && values.every((value, i) => i === 0 || value === (values[i - 1] ?? 0) + 1);
  return counts ? bare.map(({ number }) => number) : [];
}

function keyOf({ text }: SourceLine): string {
  return text.trim().replace(/\s+/g, ' ').replace(/\d+/g, '#').toLowerCase();
}
