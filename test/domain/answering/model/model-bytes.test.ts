import { describe, expect, it } from 'vitest';
import { type FindingModel, type Network, runNetwork } from '../../../../src/domain/answering/model/finding-model.ts';
import { modelFromBytes, modelToBytes } from '../../../../src/domain/answering/model/model-bytes.ts';

const network: Network = {
  means: Float32Array.of(1, 0),
  deviations: Float32Array.of(2, 1),
  hidden: 2,
  weights: Float32Array.of(1, 0, 0, -1),
  biases: Float32Array.of(0, 0.5),
  out: Float32Array.of(3, 2),
  outBias: -1,
};
const model: FindingModel = {
  madeFrom: 'abc',
  encoder: {
    dimensions: 2,
    rows: new Map([
      ['phone', 0],
      ['#pupil', 1],
    ]),
    vectors: Float32Array.of(0.6, 0.8, -1, 0),
    matchWeights: Float32Array.of(0.5, 1.25),
    topicWeights: Float32Array.of(0, 2),
    unseenWeight: 0.9,
    scales: [10, 8],
    silence: { bias: 7.5, weights: Float32Array.of(-0.25, 1) },
  },
  precedents: {
    all: [
      { clause: Uint16Array.of(0, 1), questions: [Uint16Array.of(1)] },
      { clause: Uint16Array.of(1), questions: [Uint16Array.of(0), new Uint16Array()] },
    ],
    shelves: [1],
    middles: Int8Array.of(-127, 5, 0, 127),
  },
  ranker: network,
  judge: network,
};
const inputs = { ranker: ['a', 'b'], judge: ['a', 'b'] };

describe('runNetwork', () => {
  it('sums the units that are above 0', () => {
    expect(runNetwork(network, Float32Array.of(3, 2))).toBe(-1 + 3 * 1);
    expect(runNetwork(network, Float32Array.of(1, 0))).toBe(-1 + 2 * 0.5);
  });
});

describe('modelToBytes', () => {
  it('gives what modelFromBytes reads, vectors to a byte an axis', () => {
    const read = modelFromBytes(modelToBytes(model, inputs), inputs);
    expect(read.encoder.rows).toEqual(model.encoder.rows);
    expect(read.encoder.matchWeights).toEqual(model.encoder.matchWeights);
    expect(read.encoder.topicWeights).toEqual(model.encoder.topicWeights);
    read.encoder.vectors.forEach((value, at) => {
      expect(value).toBeCloseTo(model.encoder.vectors[at] ?? 0, 2);
    });
    expect(read.encoder.silence).toEqual(model.encoder.silence);
    expect(read.precedents).toEqual(model.precedents);
    expect(read.ranker).toEqual(network);
    expect(read).toMatchObject({ madeFrom: 'abc', judge: network });
  });

  it('is refused where it was cut short, or made for other signals', () => {
    const bytes = modelToBytes(model, inputs);
    expect(() => modelFromBytes(bytes.subarray(0, bytes.length - 1), inputs)).toThrow('bytes and should have');
    expect(() => modelFromBytes(bytes, { ...inputs, ranker: ['a', 'c'] })).toThrow('npm run train');
  });
});
