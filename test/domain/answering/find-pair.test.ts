import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFindPair } from '../../../src/domain/answering/find-pair.ts';
import { createTermCounter, postingsOf } from '../../../src/domain/answering/postings.ts';

const names = ['phone', 'call', 'trip'];

it('counts two words side by side as going through every clause would', () => {
  const field = fc.record({
    stems: fc.array(fc.nat({ max: 2 }), { maxLength: 6 }).map((stems) => Int32Array.from(stems)),
    weight: fc.constantFrom(1, 0.5, 0.3),
  });
  fc.assert(
    fc.property(fc.array(fc.array(field, { maxLength: 3 }), { minLength: 1, maxLength: 8 }), (fields) => {
      const words = createTermCounter();
      for (const those of fields) {
        for (const { stems, weight } of those) for (const stem of stems) words.add(stem, weight);
        words.endClause();
      }
      const each = fields.map((those) => those.reduce((sum, { stems, weight }) => sum + stems.length * weight, 0));
      const lengths = { each, mean: each.reduce((sum, one) => sum + one, 0) / each.length };
      const postings = words.postings(lengths);
      const findPair = createFindPair(
        fields,
        new Map(names.map((name, number) => [name, number])),
        (stem) => postings[names.indexOf(stem)],
        lengths,
      );
      const sums = fields.map((those) =>
        those.reduce(
          (sum, { stems, weight }) =>
            sum + weight * [...stems].filter((stem, at) => stem === 0 && stems[at + 1] === 1).length,
          0,
        ),
      );
      const clauses = sums.flatMap((sum, clause) => (sum > 0 ? [clause] : []));
      const found = findPair('phone', 'call');
      expect([...(found?.clauses ?? [])]).toEqual(clauses);
      if (!found) return;
      const wanted = postingsOf(clauses, sums.filter((sum) => sum > 0), lengths); // prettier-ignore
      expect(found.idf).toBeCloseTo(wanted.idf, 10);
      found.strengths.forEach((strength, at) => {
        expect(strength).toBeCloseTo(wanted.strengths[at] ?? NaN, 5);
      });
    }),
  );
});

it('knows no pair with a word that no clause holds', () => {
  const findPair = createFindPair([], new Map(), () => undefined, { each: [], mean: 0 });
  expect(findPair('phone', 'call')).toBeUndefined();
});
