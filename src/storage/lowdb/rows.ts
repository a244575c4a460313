/** Neighbouring rows by key, in their order. Never changed: a changed group is a new object. */
export type RowGroup<Row> = ReadonlyMap<string, Row>;

/**
 * A table that never changes: each change makes a new one, which shares with the old all but a few groups of rows. So a
 * refused change needs no undoing, and a change costs the same with a hundred rows as with a hundred thousand.
 */
export interface Rows<Row> {
  readonly size: number;
  /** All rows in the order in which they were first added, in groups. */
  readonly groups: readonly RowGroup<Row>[];
  get(key: string): Row | undefined;
  /** With this row in the place of the one that has its key, or else at the end. */
  with(row: Row): Rows<Row>;
  without(key: string): Rows<Row>;
  [Symbol.iterator](): Iterator<Row>;
}

/** Makes a table of `rows`. Of two rows with one key the later takes the earlier one's place. */
export function createRows<Row>(keyOf: (row: Row) => string, rows: readonly Row[] = []): Rows<Row> {
  const unique = new Map(rows.map((row) => [keyOf(row), row]));
  const groups: Map<string, Row>[] = [];
  const shelves: Map<string, number>[] = [];
  for (const [key, row] of unique) {
    if ((groups.at(-1)?.size ?? groupSize) === groupSize) groups.push(new Map());
    groups.at(-1)?.set(key, row);
    const shelf = shelfOf(key);
    (shelves[shelf] ??= new Map()).set(key, groups.length - 1);
  }
  return table({ keyOf, size: unique.size, groups, first: 0, index: Array.from(indexed(shelves)) });
}

const groupSize = 64;
const shelfCount = 1024;
const noGroups: ReadonlyMap<string, number> = new Map();

interface State<Row> {
  readonly keyOf: (row: Row) => string;
  readonly size: number;
  readonly groups: readonly RowGroup<Row>[];
  /** The number of the group that stands first; groups that became empty at the front are gone. */
  readonly first: number;
  /** Where each key is: the group's number, on the shelf that the key's checksum names. */
  readonly index: readonly ReadonlyMap<string, number>[];
}

function table<Row>(state: State<Row>): Rows<Row> {
  const { keyOf, size, groups, first, index } = state;
  const numberOf = (key: string) => index[shelfOf(key)]?.get(key);
  const groupAt = (number: number) => groups[number - first] ?? new Map<string, Row>();

  return {
    size,
    groups,
    get(key) {
      const number = numberOf(key);
      return number === undefined ? undefined : groupAt(number).get(key);
    },
    with(row) {
      const key = keyOf(row);
      const number = numberOf(key);
      if (number !== undefined) {
        const group = new Map(groupAt(number)).set(key, row);
        return table({ ...state, groups: groups.with(number - first, group) });
      }
      const last = groups.at(-1);
      const roomy = last && last.size < groupSize;
      const group = new Map(roomy ? last : []).set(key, row);
      const next = roomy ? groups.with(-1, group) : [...groups, group];
      const shelf = shelfOf(key);
      const found = new Map(index[shelf]).set(key, first + next.length - 1);
      return table({ ...state, size: size + 1, groups: next, index: index.with(shelf, found) });
    },
    without(key) {
      const number = numberOf(key);
      if (number === undefined) return table(state);
      const group = new Map(groupAt(number));
      group.delete(key);
      const shelf = shelfOf(key);
      const found = new Map(index[shelf]);
      found.delete(key);
      const left = groups.with(number - first, group);
      const filled = left.findIndex((one) => one.size > 0);
      const gone = filled === -1 ? left.length : filled;
      return table({
        ...state,
        size: size - 1,
        groups: left.slice(gone),
        first: first + gone,
        index: index.with(shelf, found),
      });
    },
    *[Symbol.iterator]() {
      for (const group of groups) yield* group.values();
    },
  };
}

function* indexed(shelves: readonly (Map<string, number> | undefined)[]): Generator<ReadonlyMap<string, number>> {
  for (let shelf = 0; shelf < shelfCount; shelf++) yield shelves[shelf] ?? noGroups;
}

/** FNV-1a, 32 bits: spreads the keys over the shelves; two keys on one shelf are no harm. */
function shelfOf(key: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) sum = Math.imul(sum ^ key.charCodeAt(i), 0x01000193);
  return (sum >>> 0) % shelfCount;
}
