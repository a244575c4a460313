/**
 * The positions of the `count` highest values above 0, highest first; of equal values the earlier position comes first.
 * One pass: the list is never sorted whole.
 */
export function topNumbers(values: Float64Array, count: number): number[] {
  if (count < 1) return [];
  const top: number[] = [];
  let least = 0;
  for (let number = 0; number < values.length; number += 1) {
    const value = values[number] ?? 0;
    if (value <= least) continue;
    let place = top.length < count ? top.length : count - 1;
    while (place > 0 && (values[top[place - 1] ?? 0] ?? 0) < value) {
      top[place] = top[place - 1] ?? 0;
      place -= 1;
    }
    top[place] = number;
    if (top.length === count) least = values[top[count - 1] ?? 0] ?? 0;
  }
  return top;
}
