import type { Network } from './finding-model.ts';

/** So many deviations from the mean an input may lie. */
const furthest = 2.5;

/**
 * `inputs` as `network` may be asked: what hardly ever came up while it learnt (a clause that binds parents) lies dozens of
 * deviations off, where it says anything at all.
 */
export function withinKnown({ means, deviations }: Network, inputs: Float32Array): Float32Array {
  return inputs.map((value, at) => {
    const [mean, far] = [means[at] ?? 0, furthest * (deviations[at] ?? 1)];
    return Math.max(mean - far, Math.min(mean + far, value));
  });
}
