import { expect, it } from 'vitest';
import { shelve } from './shelve.ts';

/** `count` directions of four axes that lie near the first one, or near the second. */
const directions = (count: number): Float32Array =>
  Float32Array.from(
    Array.from({ length: count }, (_, at) => {
      const [long, short] = [Math.cos(at * 0.002), Math.sin(at * 0.002)];
      return at % 2 === 0 ? [long, 0, short, 0] : [0, long, 0, short];
    }).flat(),
  );

it('puts each direction on one shelf, with those near to it', () => {
  const shelves = shelve(directions(100), 4);
  expect(shelves.flat().sort((one, other) => one - other)).toEqual(Array.from({ length: 100 }, (_, at) => at));
  expect(shelves.length).toBeGreaterThan(1);
  expect(shelves.length).toBeLessThanOrEqual(10);
  for (const shelf of shelves) expect(new Set(shelf.map((at) => at % 2)).size).toBe(1);
});

it('shelves one, or none', () => {
  expect(shelve(directions(1), 4)).toEqual([[0]]);
  expect(shelve(directions(0), 4)).toEqual([]);
});
