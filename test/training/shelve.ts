import { dot } from '../../src/domain/answering/model/dot.ts';
import { addTo, normalise } from '../../src/domain/answering/model/directions.ts';

const rounds = 8;

/**
 * Puts directions (of length 1, `dimensions` numbers each) that lie near to each other on the same shelf (k-means by the angle):
 * the numbers of those on each shelf, rising. There are about as many shelves as directions on a shelf.
 */
export function shelve(directions: Float32Array, dimensions: number): number[][] {
  const count = directions.length / dimensions;
  const shelves = Math.max(1, Math.round(Math.sqrt(count)));
  const centres = new Float32Array(shelves * dimensions);
  for (let shelf = 0; shelf < shelves; shelf += 1) {
    const first = Math.floor((shelf * count) / shelves) * dimensions;
    centres.set(directions.subarray(first, first + dimensions), shelf * dimensions);
  }
  let shelfOf = new Int32Array(count);
  for (let round = 0; round < rounds; round += 1) {
    shelfOf = shelfOf.map((_, at) => nearest(directions, at * dimensions, centres, dimensions));
    centres.fill(0);
    shelfOf.forEach((shelf, at) => {
      addTo(centres, shelf * dimensions, 1, directions, at * dimensions, dimensions);
    });
    for (let shelf = 0; shelf < shelves; shelf += 1) normalise(centres, shelf * dimensions, dimensions);
  }
  return Array.from({ length: shelves }, (_, shelf) =>
    [...shelfOf.keys()].filter((at) => shelfOf[at] === shelf),
  ).filter((those) => those.length > 0);
}

function nearest(directions: Float32Array, start: number, centres: Float32Array, dimensions: number): number {
  let [best, most] = [0, -Infinity];
  for (let shelf = 0; shelf * dimensions < centres.length; shelf += 1) {
    const near = dot(directions, start, centres, shelf * dimensions, dimensions);
    if (near <= most) continue;
    most = near;
    best = shelf;
  }
  return best;
}
