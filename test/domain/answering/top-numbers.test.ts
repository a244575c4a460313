import fc from 'fast-check';
import { expect, it } from 'vitest';
import { topNumbers } from '../../../src/domain/answering/top-numbers.ts';

it('gives what sorting the whole list would give', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2, max: 9 })), fc.integer({ min: 1, max: 8 }), (values, count) => {
      const sorted = values
        .map((value, number) => ({ value, number }))
        .filter(({ value }) => value > 0)
        .sort((one, other) => other.value - one.value || one.number - other.number)
        .slice(0, count)
        .map(({ number }) => number);
      expect(topNumbers(Float64Array.from(values), count)).toEqual(sorted);
    }),
  );
});
