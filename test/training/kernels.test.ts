import { describe, expect, it } from 'vitest';
import { createKernels } from './kernels.ts';

const stride = 32;
/** Rows 0 to 3, their gradients (4 to 7), a direction and a result. */
const [gradients, turn, out, list, shares, along] = [4 * stride, 8 * stride, 9 * stride, 320, 336, 352];

async function withRows() {
  const kernels = await createKernels(440);
  kernels.begin(stride);
  const numbers = new Float32Array(kernels.memory);
  for (let row = 0; row < 4; row += 1)
    numbers.set(
      [1, 2, 3, 4, 5, 6, 7, 8].map((value) => value * (row + 1) - row),
      row * 8,
    );
  const rowAt = (place: number) => [...numbers.subarray(place / 4, place / 4 + 8)];
  return { kernels, numbers, rowAt };
}

const dot = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);

describe('the kernels', () => {
  it('give the sum of products, of one row and of several', async () => {
    const { kernels, numbers, rowAt } = await withRows();
    expect(kernels.dot(0, stride)).toBe(dot(rowAt(0), rowAt(stride)));
    new Int32Array(kernels.memory).set([3, 1], list / 4);
    kernels.nearness(2 * stride, list, 2, along);
    expect([...numbers.subarray(along / 4, along / 4 + 2)]).toEqual([
      dot(rowAt(2 * stride), rowAt(3 * stride)),
      dot(rowAt(2 * stride), rowAt(stride)),
    ]);
  });

  it('tell how near a row is to any number of rows, the same bits as by one after the other', async () => {
    const { kernels, numbers } = await withRows();
    for (let count = 0; count <= 9; count += 1) {
      const rows = Array.from({ length: count }, (_, at) => (at * 3 + 1) % 4);
      new Int32Array(kernels.memory).set(rows, list / 4);
      numbers.fill(-1, shares / 4 + 8, shares / 4 + 18);
      kernels.nearness(stride, list, count, shares + 32);
      const near = [...numbers.subarray(shares / 4 + 8, shares / 4 + 8 + count)];
      expect(near).toEqual(rows.map((row) => kernels.dot(stride, row * stride)));
      expect(numbers[shares / 4 + 8 + count]).toBe(-1);
    }
  });

  it('find the token of a clause that meets each word best, the first of those that meet it alike', async () => {
    const { kernels, numbers } = await withRows();
    const [near, columns, worths, best, which] = [0, 64, 96, 128, 160];
    numbers.set([0.5, 0, 0.25, -1, 0, 0, 0, 0], near);
    new Int32Array(kernels.memory).set([8, 0, 4], columns / 4);
    numbers.set([1, 0.5, 1], worths / 4);
    kernels.meet(near, 16, 2, columns, worths, 3, best, which);
    expect([...new Float64Array(kernels.memory, best, 2)]).toEqual([0.25, 0]);
    expect([...new Int32Array(kernels.memory, which, 2)]).toEqual([0, -1]);
    kernels.meet(near, 16, 1, columns, worths, 0, best, which);
    expect(new Int32Array(kernels.memory, which, 1)[0]).toBe(-1);
  });

  it('add rows by their shares, over what stood there', async () => {
    const { kernels, numbers, rowAt } = await withRows();
    numbers.fill(9, out / 4, out / 4 + 8);
    new Int32Array(kernels.memory).set([0, 2], list / 4);
    numbers.set([2, -0.5], shares / 4);
    kernels.sum(list, shares, 2, out);
    expect(rowAt(out)).toEqual(rowAt(0).map((value, at) => 2 * value - 0.5 * (rowAt(2 * stride)[at] ?? 0)));
    kernels.add(out, 3, 0);
    expect(rowAt(out)[0]).toBe(2 - 0.5 * 1 + 3);
  });

  it('spread a direction to gradients, and move a row along its gradient to length 1', async () => {
    const { kernels, numbers, rowAt } = await withRows();
    numbers.set([1, 0, 0, 0, 0, 0, 0, 2], turn / 4);
    new Int32Array(kernels.memory).set([1], list / 4);
    numbers.set([0.5], shares / 4);
    const before = rowAt(stride);
    kernels.spread(list, shares, 1, turn, gradients, along);
    expect(rowAt(gradients + stride)).toEqual([0.5, 0, 0, 0, 0, 0, 0, 1]);
    expect(numbers[along / 4]).toBe((before[0] ?? 0) + 2 * (before[7] ?? 0));
    kernels.move(stride, -2, gradients + stride);
    const moved = before.map((value, at) => value - 2 * ([0.5, 0, 0, 0, 0, 0, 0, 1][at] ?? 0));
    const length = Math.sqrt(dot(moved, moved));
    rowAt(stride).forEach((value, at) => {
      expect(value).toBeCloseTo((moved[at] ?? 0) / length, 5);
    });
  });
});
