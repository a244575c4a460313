/** A pattern with more spellings than this is shorter as it is. */
const manySpellings = 24;

/**
 * One expression for all `patterns`, with shared beginnings written once: an expression engine prepares such a tree many
 * times faster than the plain list. Patterns that are not plain words with optional parts stay as they are, in order, at
 * the end.
 */
export function wordTree(patterns: readonly string[]): string {
  const words = new Set<string>();
  const others: string[] = [];
  for (const pattern of patterns) {
    const spelt = spellings(pattern);
    if (spelt.length <= manySpellings && spelt.every((word) => /^[\w ]+$/.test(word)))
      for (const word of spelt) words.add(word);
    else others.push(pattern);
  }
  const tree = words.size > 0 ? [branch([...words].sort())] : [];
  return `(?:${[...tree, ...others].join('|')})`;
}

/** Every spelling of "boys?" and "(?:mid|lunch)time", the longest of an optional part first. */
function spellings(pattern: string): string[] {
  const choice = /\(\?:([^()]*)\)(\??)|([\w ])\?/.exec(pattern);
  if (!choice || /\\|[*+[\]{}.^$]|\(\?[!<=]/.test(pattern)) return [pattern];
  const [found, group, optional, letter] = choice;
  const ways = group === undefined ? [letter ?? '', ''] : [...group.split('|'), ...(optional ? [''] : [])];
  const [before, after] = [pattern.slice(0, choice.index), pattern.slice(choice.index + found.length)];
  return ways.flatMap((way) => spellings(`${before}${way}${after}`));
}

/** Longer words before their beginnings: "boys" before "boy". */
function branch(words: readonly string[]): string {
  const byFirst = new Map<string, string[]>();
  for (const word of words.filter((one) => one !== '')) {
    const first = word.slice(0, 1);
    byFirst.set(first, [...(byFirst.get(first) ?? []), word.slice(1)]);
  }
  const ends = words.includes('');
  const ways = [...byFirst].map(
    ([first, rests]) => `${first}${rests.length === 1 && rests[0] === '' ? '' : branch(rests)}`,
  );
  if (ways.length === 0) return '';
  if (ways.length === 1 && !ends) return ways[0] ?? '';
  return `(?:${ways.join('|')})${ends ? '?' : ''}`;
}
