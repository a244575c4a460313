/** Fewer people than this are never counted out. */
export const fewest = 5;

/**
 * How many people, as it may be shown to whoever is not to learn about one of them:
 * - `few`: fewer than five, none among them
 * - `between`: in steps of five
 * - `from`: that many or more
 * - `withheld`: nothing, since there are too few to divide
 */
export type ShownCount =
  | { readonly kind: 'few' | 'withheld' }
  | { readonly kind: 'between'; readonly from: number; readonly to: number }
  | { readonly kind: 'from'; readonly from: number };

/** A number of people, in steps of five. */
export function shownCount(people: number): ShownCount {
  if (people < fewest) return { kind: 'few' };
  const from = stepOf(people);
  return { kind: 'between', from, to: from + fewest - 1 };
}

/**
 * How many of `whole` people are in the `part`, so that even somebody who knows `whole` exactly learns neither number
 * within less than five: the last step reaches up to the whole, and is never narrower than five. So "fewer than five are
 * missing" is never told from "one is missing", nor from "nobody is". It hangs on the step of the whole alone, which is shown
 * beside it: a last step that moved within that one would tell where in it the whole is.
 */
export function shownShare(part: number, whole: number): ShownCount {
  const last = stepOf(whole) - fewest;
  if (last < fewest) return whole < fewest ? { kind: 'few' } : { kind: 'withheld' };
  return part < last ? shownCount(part) : { kind: 'from', from: last };
}

/** The least that several shown numbers come to. It is made of nothing but what is shown, so it tells no more than that. */
export function leastOf(counts: readonly ShownCount[]): number {
  return counts.reduce((sum, count) => sum + ('from' in count ? count.from : 0), 0);
}

function stepOf(people: number): number {
  return Math.floor(people / fewest) * fewest;
}
