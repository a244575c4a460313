import type { Random } from '../support/random.ts';

/** Shuffles `items` where they stand. */
export function shuffle<Item>(items: Item[], { below }: Random): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    const [one, two] = [items[last], items[other]];
    if (one === undefined || two === undefined) continue;
    items[last] = two;
    items[other] = one;
  }
}

/** A number in 0…1, 1 left out. */
export function chance({ below }: Random): number {
  return below(2 ** 24) / 2 ** 24;
}
