import { dot } from './dot.ts';
import type { EncoderModel } from './finding-model.ts';

/** How near one word is to the tokens of some clauses, −1…1 in steps, by place; `notKnown` until it is asked for. */
export interface Nearness {
  readonly known: Int8Array;
  /** Works out how near the token at `place` is, and keeps it. */
  workOut(this: void, place: number): number;
}

export const nearnessStep = 1 / 127;
export const notKnown = -128;

/** So many bytes of it are kept: of a school's policies that is the nearness of some 5,000 words. */
const kept = 24_000_000;

/** Makes the nearness of words (rows of the model) to the tokens in `rows`. Words of questions come again and again: the latest are kept. */
export function createNearness(rows: Int32Array, model: EncoderModel): (row: number) => Nearness {
  const { vectors, dimensions } = model;
  const all = new Map<number, Nearness>();
  const most = Math.floor(kept / Math.max(1, rows.length));
  const begin = (row: number): Nearness => {
    const known = new Int8Array(rows.length).fill(notKnown);
    return {
      known,
      workOut(place) {
        const other = rows[place] ?? -1;
        const near = other < 0 ? 0 : dot(vectors, row * dimensions, vectors, other * dimensions, dimensions);
        known[place] = Math.max(-127, Math.min(127, Math.round(near / nearnessStep)));
        return known[place] ?? 0;
      },
    };
  };
  return (row) => {
    const nearness = all.get(row) ?? begin(row);
    all.delete(row);
    all.set(row, nearness);
    const [oldest] = all.keys();
    if (all.size > most && oldest !== undefined) all.delete(oldest);
    return nearness;
  };
}
