/**
 * The sum of the products of `size` numbers (a multiple of 4) from `start` and `otherStart` on. Four sums run beside each
 * other: one alone would wait for itself at each step.
 */
export function dot(
  one: Float32Array,
  start: number,
  other: Float32Array | Int8Array,
  otherStart: number,
  size: number,
): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let axis = 0; axis < size; axis += 4) {
    const at = start + axis;
    const beside = otherStart + axis;
    first += (one[at] ?? 0) * (other[beside] ?? 0);
    second += (one[at + 1] ?? 0) * (other[beside + 1] ?? 0);
    third += (one[at + 2] ?? 0) * (other[beside + 2] ?? 0);
    fourth += (one[at + 3] ?? 0) * (other[beside + 3] ?? 0);
  }
  return first + second + third + fourth;
}
