/** Adds `share` of the `size` numbers (a multiple of 4) of `vectors` from `from` on to those of `sums` from `start` on. */
export function addTo(
  sums: Float32Array,
  start: number,
  share: number,
  vectors: Float32Array,
  from: number,
  size: number,
): void {
  for (let axis = 0; axis < size; axis += 4) {
    const at = start + axis;
    const beside = from + axis;
    sums[at] = (sums[at] ?? 0) + share * (vectors[beside] ?? 0);
    sums[at + 1] = (sums[at + 1] ?? 0) + share * (vectors[beside + 1] ?? 0);
    sums[at + 2] = (sums[at + 2] ?? 0) + share * (vectors[beside + 2] ?? 0);
    sums[at + 3] = (sums[at + 3] ?? 0) + share * (vectors[beside + 3] ?? 0);
  }
}

/** Brings the `size` numbers from `start` on to length 1, where they are not all 0. */
export function normalise(vectors: Float32Array, start: number, size: number): void {
  let square = 0;
  for (let at = start; at < start + size; at += 1) square += (vectors[at] ?? 0) ** 2;
  const length = Math.sqrt(square) || 1;
  for (let at = start; at < start + size; at += 1) vectors[at] = (vectors[at] ?? 0) / length;
}
