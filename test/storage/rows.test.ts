import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRows, type Rows } from '../../src/storage/lowdb/rows.ts';

interface Row {
  readonly id: string;
  readonly value: number;
}

const idOf = ({ id }: Row) => id;
const id = fc.integer({ min: 0, max: 200 }).map((n) => `row-${n}`);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('with' as const), id, value: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('without' as const), id }) },
);

test('a table does what a Map does, in the same order, and the one before stays as it was', () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 300 }), fc.array(step, { maxLength: 400 }), (first, steps) => {
      const model = new Map<string, Row>(first.map((one) => [one, { id: one, value: -1 }]));
      let rows: Rows<Row> = createRows(idOf, [...model.values()]);
      for (const one of steps) {
        const before = rows;
        const listed = [...before];
        if (one.kind === 'with') {
          const row = { id: one.id, value: one.value };
          rows = rows.with(row);
          model.set(one.id, row);
        } else {
          rows = rows.without(one.id);
          model.delete(one.id);
        }
        expect([...before]).toEqual(listed);
      }
      expect([...rows]).toEqual([...model.values()]);
      expect(rows.size).toBe(model.size);
      for (let n = 0; n <= 200; n++) expect(rows.get(`row-${n}`)).toBe(model.get(`row-${n}`));
      expect([...createRows(idOf, [...rows])]).toEqual([...rows]);
    }),
    { numRuns: 60 },
  );
});

test('a change of one row in 50,000 leaves all groups but one as they were', () => {
  const rows = createRows(
    idOf,
    Array.from({ length: 50_000 }, (_, n) => ({ id: String(n), value: n })),
  );
  const changed = rows.with({ id: '30000', value: 0 });
  const others = changed.groups.filter((group, n) => group !== rows.groups[n]);
  expect(others.map((group) => group.get('30000'))).toEqual([{ id: '30000', value: 0 }]);
});
