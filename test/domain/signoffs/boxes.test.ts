import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostBoxes, toBoxes } from '../../../src/domain/signoffs/boxes.ts';

const statements = (count: number) => Array.from({ length: count }, (_, n) => ({ text: `Statement ${n}` }));

describe('the boxes of a declaration', () => {
  it('are one for each statement, up to a dozen', () => {
    expect(toBoxes(statements(mostBoxes), () => 'one section').map((box) => box.length)).toEqual(Array(12).fill(1));
  });

  it('are one for each section of a longer one', () => {
    const section = ({ text }: { text: string }) => (Number(text.split(' ')[1]) < 9 ? 'Accounts' : 'Devices');
    expect(toBoxes(statements(14), section).map((box) => box.length)).toEqual([9, 5]);
  });

  it('hold every statement once, in its order, and are never too many', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.array(fc.constantFrom('a', 'b', undefined), { minLength: 1 }), (count, sections) => {
        const all = statements(count);
        const boxes = toBoxes(all, (one) => sections[all.indexOf(one) % sections.length]);
        expect(boxes.flat()).toEqual(all);
        expect(boxes.length).toBeLessThanOrEqual(mostBoxes);
        expect(boxes.every((box) => box.length > 0)).toBe(true);
      }),
    );
  });
});
