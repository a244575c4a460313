import { afterAll, beforeAll } from 'vitest';
import { openSeats, type Seats } from './seats.ts';
import { startsInTurnWithin } from './start-demo.ts';

/** Opens the demo's seats before the tests of this block and ends them after; what it gives has them while the tests run. */
export function useSeats(executablePath: string, demo: { readonly schools?: number } = {}): () => Seats {
  let opened: Seats | undefined;
  beforeAll(async () => {
    opened = await openSeats(executablePath, demo);
  }, startsInTurnWithin);
  afterAll(() => opened?.end());
  return () => {
    if (!opened) throw new Error('the demo did not start');
    return opened;
  };
}

/** Of the numbers on a progress card: the sum of all but the last, and the last. */
export function totalsOn(card: string): { readonly sum: number; readonly all: number } {
  const [, sum = '', all = ''] = /((?:\d+ [a-z ]+ \+ )+\d+ [a-z ]+) = (\d+) in all/.exec(card) ?? [];
  return { sum: sum.split(' + ').reduce((total, part) => total + Number.parseInt(part, 10), 0), all: Number(all) };
}
