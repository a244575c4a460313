/**
 * The positions of the `count` highest values above 0, highest first; of equal values the earlier position comes first.
 * One pass: the list is never sorted whole.
 */
export function topNumbers(values: Float64Array, count: number): number[] {
  const top: number[] = [];
  for (let number = 0; number < values.length; number += 1) {
    const value = values[number] ?? 0;
    if (value <= 0 || (top.length === count && value <= (values[top[count - 1] ?? 0] ?? 0))) continue;
    let place = top.length;
    while (place > 0 && (values[top[place - 1] ?? 0] ?? 0) < value) place -= 1;
    top.splice(place, 0, number);
    if (top.length > count) top.pop();
  }
  return top;
}
