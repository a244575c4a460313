import { describe, expect, it } from 'vitest';
import { leastOf, shownCount, shownShare, type ShownCount } from '../../../src/domain/trust/shown-count.ts';

const wholes = Array.from({ length: 61 }, (_, n) => n);
const partsOf = (whole: number) => Array.from({ length: whole + 1 }, (_, n) => n);
const few5 = [0, 1, 2, 3, 4];
const looksOf = (count: ShownCount) => JSON.stringify(count);

describe('a number of people', () => {
  it.each([0, 1, 2, 3, 4])('is not told where it is %d', (people) => {
    expect(shownCount(people)).toEqual({ kind: 'few' });
  });

  it('never looks different for fewer than five numbers that are next to each other', () => {
    const looks = wholes.slice(0, 60).map((people) => looksOf(shownCount(people)));
    for (const look of new Set(looks)) expect(looks.filter((other) => other === look)).toHaveLength(5);
  });

  it('is one of those that are shown', () => {
    for (const people of wholes.slice(5)) {
      const count = shownCount(people);
      expect(count.kind === 'between' && count.from <= people && people <= count.to).toBe(true);
    }
  });
});

/** What somebody who knows the whole exactly, and this rule, can work out: every part that looks like this one. */
const consistent = (part: number, whole: number) =>
  partsOf(whole).filter((other) => looksOf(shownShare(other, whole)) === looksOf(shownShare(part, whole)));

describe('how many of a whole', () => {
  it('cannot be worked out within fewer than five, nor how many are missing', () => {
    for (const whole of wholes)
      for (const part of partsOf(whole)) {
        const possible = consistent(part, whole);
        expect({ part, whole, enough: possible.length >= Math.min(5, whole + 1) }).toMatchObject({ enough: true });
        const missing = possible.map((one) => whole - one);
        // Of "fewer than five are missing", and of "fewer than five are there", nothing more is told.
        for (const side of [possible, missing])
          if (side.some((one) => one < 5)) for (const few of few5.slice(0, whole + 1)) expect(side).toContain(few);
      }
  });

  it('tells beside the shown whole of neither number within fewer than five', () => {
    const alike = new Map<string, { whole: number; part: number }[]>();
    for (const whole of wholes.slice(0, 60))
      for (const part of partsOf(whole)) {
        const look = looksOf(shownCount(whole)) + looksOf(shownShare(part, whole));
        alike.set(look, [...(alike.get(look) ?? []), { whole, part }]);
      }
    for (const [look, pairs] of alike) {
      const [fitting, parts] = [new Set(pairs.map(({ whole }) => whole)), new Set(pairs.map(({ part }) => part))];
      expect({ look, enough: fitting.size >= 5 && parts.size >= 5 }).toEqual({ look, enough: true });
    }
  });

  it('is true', () => {
    for (const whole of wholes)
      for (const part of partsOf(whole)) {
        const count = shownShare(part, whole);
        if (count.kind === 'few') expect(part).toBeLessThan(5);
        if (count.kind === 'between') expect([count.from <= part, part <= count.to]).toEqual([true, true]);
        if (count.kind === 'from') expect(count.from).toBeLessThanOrEqual(part);
      }
  });

  it.each([
    [3, 4, { kind: 'few' }],
    [8, 8, { kind: 'withheld' }],
    [0, 8, { kind: 'withheld' }],
    [4, 9, { kind: 'withheld' }],
    [5, 9, { kind: 'withheld' }],
    [4, 10, { kind: 'few' }],
    [5, 10, { kind: 'from', from: 5 }],
    [38, 40, { kind: 'from', from: 35 }],
    [34, 40, { kind: 'between', from: 30, to: 34 }],
  ])('shows %d of %d so that neither side is told', (part, whole, shown) => {
    expect(shownShare(part, whole)).toEqual(shown);
  });
});

describe('several schools together', () => {
  it('are made of what is shown of each, so that taking the others away leaves what that one shows', () => {
    for (const hidden of [0, 1, 2, 3, 4])
      expect(leastOf([shownCount(43), shownCount(12), shownCount(hidden)])).toBe(50);
    expect(leastOf([shownCount(43), shownShare(7, 8), shownShare(38, 40)])).toBe(75);
  });
});
