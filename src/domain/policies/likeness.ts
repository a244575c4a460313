/**
 * How alike two texts are, from 0 to 1: twice the words that both have, by the words of both (Dice), each word counted as
 * often as it stands. A text's words are counted once for one `createLikeness`.
 */
export function createLikeness(): (one: string, other: string) => number {
  const counted = new Map<string, Map<string, number>>();
  const countsOf = (text: string) => {
    const known = counted.get(text);
    if (known) return known;
    const counts = new Map<string, number>();
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
    counted.set(text, counts);
    return counts;
  };
  return (one, other) => {
    const [a, b] = [countsOf(one), countsOf(other)];
    let shared = 0;
    for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0);
    const all = total(a) + total(b);
    return all === 0 ? 0 : (2 * shared) / all;
  };
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
