import type { Network } from './finding-model.ts';

/** So many deviations from the mean an input may lie, when a network learns and when it is asked. */
export const furthest = 2.5;

/**
 * `inputs` as `network` may be asked: what hardly ever came up while it learnt (a clause that binds parents) lies dozens of
 * deviations off, where it says anything at all.
 */
export function withinKnown({ means, deviations }: Network, inputs: Float32Array): Float32Array {
  return means.map((mean, at) => {
    const far = furthest * (deviations[at] ?? 1);
    return Math.max(mean - far, Math.min(mean + far, inputs[at] ?? 0));
  });
}
