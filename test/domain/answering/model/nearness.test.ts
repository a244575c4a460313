import { expect, it } from 'vitest';
import type { EncoderModel } from '../../../../src/domain/answering/model/finding-model.ts';
import { createNearness, nearnessStep, notKnown } from '../../../../src/domain/answering/model/nearness.ts';

const model: EncoderModel = {
  dimensions: 4,
  rows: new Map(),
  vectors: Float32Array.of(1, 0, 0, 0, 0.6, 0.8, 0, 0, -1, 0, 0, 0),
  matchWeights: new Float32Array(3),
  topicWeights: new Float32Array(3),
  unseenWeight: 1,
  scales: [1, 1],
  silence: { bias: 0, weights: new Float32Array(3) },
};

it('works out how near a word is to a token when it is asked for, and keeps it', () => {
  const nearnessOf = createNearness(Int32Array.of(0, 1, 2, -1), model);
  const { known, workOut } = nearnessOf(0);
  expect([...known]).toEqual([notKnown, notKnown, notKnown, notKnown]);
  expect(workOut(1) * nearnessStep).toBeCloseTo(0.6, 2);
  expect([0, 2, 3].map(workOut)).toEqual([127, -127, 0]);
  expect(nearnessOf(0).known).toBe(known);
  expect([...known]).toEqual([127, 76, -127, 0]);
});

it('never takes the lowest nearness for one that is not known', () => {
  expect(createNearness(Int32Array.of(2), model)(0).workOut(0)).not.toBe(notKnown);
});
