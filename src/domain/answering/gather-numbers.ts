type Numbers = Int32Array<ArrayBuffer> | Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** Numbers that are gathered one after the other. */
export interface GatheredNumbers<Kind extends Numbers> {
  push(this: void, value: number): void;
  /** How many there are. */
  count(this: void): number;
  /** All of them, in their order: a copy. */
  all(this: void): Kind;
}

/** Gathers numbers in one piece of memory that doubles when it is full: millions of them leave nothing to collect. `make` gives room for so many. */
export function gatherNumbers<Kind extends Numbers>(make: (length: number) => Kind): GatheredNumbers<Kind> {
  let room: Numbers = make(1_024);
  let count = 0;
  return {
    push(value) {
      if (count === room.length) {
        const wider: Numbers = make(2 * count);
        wider.set(room);
        room = wider;
      }
      room[count] = value;
      count += 1;
    },
    count: () => count,
    all: () => room.slice(0, count) as Kind,
  };
}
