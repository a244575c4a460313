/**
 * The positions of the `count` highest values above 0, highest first; of equal values the earlier position comes first.
 * One pass, and the list is never sorted whole: the best so far stand in a heap, the least of them on top.
 */
export function topNumbers(values: Float64Array, count: number): number[] {
  if (count < 1) return [];
  const heap: number[] = [];
  const valueAt = (place: number): number => values[heap[place] ?? 0] ?? 0;
  const isLess = (one: number, other: number): boolean => {
    const [first, second] = [valueAt(one), valueAt(other)];
    return first < second || (first === second && (heap[one] ?? 0) > (heap[other] ?? 0));
  };
  const swap = (one: number, other: number): void => {
    const kept = heap[one] ?? 0;
    heap[one] = heap[other] ?? 0;
    heap[other] = kept;
  };
  const rise = (from: number): void => {
    for (let place = from; place > 0;) {
      const parent = (place - 1) >> 1;
      if (!isLess(place, parent)) return;
      swap(place, parent);
      place = parent;
    }
  };
  const sink = (): void => {
    for (let place = 0; ;) {
      let least = place;
      for (const child of [2 * place + 1, 2 * place + 2])
        if (child < heap.length && isLess(child, least)) least = child;
      if (least === place) return;
      swap(place, least);
      place = least;
    }
  };
  for (let number = 0; number < values.length; number += 1) {
    const value = values[number] ?? 0;
    if (value <= 0) continue;
    if (heap.length < count) {
      heap.push(number);
      rise(heap.length - 1);
    } else if (value > valueAt(0)) {
      heap[0] = number;
      sink();
    }
  }
  return heap.sort((one, other) => (values[other] ?? 0) - (values[one] ?? 0) || one - other);
}
