import { expect, it } from 'vitest';
import { withinKnown } from '../../../../src/domain/answering/model/within-known.ts';

it('brings what a network never learnt from to within what it did, and leaves the rest', () => {
  const network = {
    ...{ means: Float32Array.of(0, 10, 0), deviations: Float32Array.of(1, 2, 0.5), hidden: 0 },
    ...{ weights: new Float32Array(), biases: new Float32Array(), out: new Float32Array(), outBias: 0 },
  };
  expect([...withinKnown(network, Float32Array.of(64, 4, 1))]).toEqual([2.5, 5, 1]);
});
