import { distance } from 'fastest-levenshtein';

/** Whether two words differ by one letter: one more, one less, another one, or two neighbours that changed places. */
export function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  return distance(a, b) === 1 || isSwapped(a, b);
}

function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, place) => letter !== b[place]);
  return (
    a.length === b.length &&
    a[at] === b[at + 1] &&
    a[at + 1] === b[at] &&
    a !== b &&
    a.slice(at + 2) === b.slice(at + 2)
  );
}
