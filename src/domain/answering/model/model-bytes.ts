import { z } from 'zod/v4';
import { normalise } from './directions.ts';
import type { EncoderModel, FindingModel, Network, Precedent } from './finding-model.ts';

/** By hand: there are 100,000 of them. */
function isCounts(value: unknown): boolean {
  const isCount = (count: unknown) => Number.isInteger(count) && Number(count) >= 0;
  return (
    Array.isArray(value) &&
    value.every((counts) => Array.isArray(counts) && counts[0] !== undefined && counts.every(isCount))
  );
}

/** The first line of a model's file; the numbers follow it in this order. */
const Header = z.object({
  madeFrom: z.string(),
  dimensions: z.int().positive(),
  tokens: z.string().transform((list) => list.split(' ')),
  unseenWeight: z.number(),
  scales: z.tuple([z.number(), z.number()]),
  silence: z.number(),
  precedents: z.custom<readonly (readonly number[])[]>(isCounts, 'how many tokens each part of each precedent has'),
  shelves: z.array(z.int().positive()),
  networks: z.array(z.object({ inputs: z.array(z.string()), hidden: z.int().positive() })).length(2),
});

/** Weights of tokens are kept as a byte each: this much a step. */
const weightStep = 1 / 64;
/** What a word says for silence may be less than nothing. */
const silenceStep = 1 / 32;

/**
 * A model as the bytes of a file: one line of JSON, then a byte for each axis of each token, three bytes for each token's
 * weights, a byte for each axis of the precedents' middles, two for each of their tokens (the first line says how many of them
 * each part has), and the networks' numbers (32-bit floats); all little endian. `inputs` are the names of the networks' inputs.
 */
export function modelToBytes(
  model: FindingModel,
  inputs: { ranker: readonly string[]; judge: readonly string[] },
): Uint8Array {
  const { encoder, precedents, ranker, judge } = model;
  const { dimensions, vectors, matchWeights, topicWeights, unseenWeight, scales, silence } = encoder;
  const tokens = [...encoder.rows.keys()];
  const header = {
    madeFrom: model.madeFrom,
    dimensions,
    tokens: tokens.join(' '),
    unseenWeight,
    scales,
    silence: silence.bias,
    precedents: precedents.all.map(({ clause, questions }) => [
      clause.length,
      ...questions.map(({ length }) => length),
    ]),
    shelves: precedents.shelves,
    networks: [
      { inputs: inputs.ranker, hidden: ranker.hidden },
      { inputs: inputs.judge, hidden: judge.hidden },
    ],
  };
  const first = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const numbers = [ranker, judge].flatMap((network) =>
    partsOf(network)
      .map((part) => [...part])
      .flat(),
  );
  const parts = precedents.all.flatMap(({ clause, questions }) => [clause, ...questions]);
  const cited = parts.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(
    first.length + tokens.length * (dimensions + 3) + precedents.middles.length + cited * 2 + numbers.length * 4,
  );
  bytes.set(first);
  let at = first.length;
  tokens.forEach((_, row) => {
    const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    const most = vector.reduce((sum, value) => Math.max(sum, Math.abs(value)), 1e-9);
    for (const value of vector) bytes[at++] = Math.round((value / most) * 127) & 255;
  });
  for (const weights of [matchWeights, topicWeights])
    for (const weight of weights) bytes[at++] = Math.max(0, Math.min(255, Math.round(weight / weightStep)));
  for (const weight of silence.weights)
    bytes[at++] = Math.max(-127, Math.min(127, Math.round(weight / silenceStep))) & 255;
  for (const value of precedents.middles) bytes[at++] = value & 255;
  const view = new DataView(bytes.buffer);
  for (const part of parts) {
    for (const row of part) {
      view.setUint16(at, row, true);
      at += 2;
    }
  }
  numbers.forEach((value, number) => void view.setFloat32(at + number * 4, value, true));
  return bytes;
}

/**
 * Reads what `modelToBytes` wrote. Throws an Error that says what is wrong where the bytes are cut short, or the networks
 * were made for other inputs than `inputs`: `npm run train` makes them anew.
 */
export function modelFromBytes(
  bytes: Uint8Array,
  inputs: { ranker: readonly string[]; judge: readonly string[] },
): FindingModel {
  const end = bytes.indexOf(10);
  const header = Header.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))));
  const { dimensions, tokens, networks } = header;
  const wanted = [inputs.ranker, inputs.judge];
  if (!networks.every((network, at) => network.inputs.join() === wanted[at]?.join()))
    throw new Error('The model was made for other signals than the search gives. Make it anew: npm run train.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = end + 1;
  const cited = header.precedents.flat().reduce((sum, length) => sum + length, 0);
  const whole =
    at +
    (tokens.length * (dimensions + 3) + header.precedents.length * dimensions) +
    2 * cited +
    4 * networks.reduce((sum, one) => sum + numbersIn(one), 0);
  if (whole !== bytes.length) throw new Error(`The model has ${bytes.length} bytes and should have ${whole}.`);
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const vectors = toUnitLength(signed.subarray(at, at + tokens.length * dimensions), dimensions);
  at += vectors.length;
  const weights = (from: Int8Array | Uint8Array, step: number): Float32Array => {
    const read = new Float32Array(from.subarray(at, at + tokens.length));
    at += read.length;
    return read.map((value) => value * step);
  };
  const [matchWeights, topicWeights] = [weights(bytes, weightStep), weights(bytes, weightStep)];
  const silence = weights(signed, silenceStep);
  const encoder: EncoderModel = {
    dimensions,
    rows: numbered(tokens),
    vectors,
    matchWeights,
    topicWeights,
    unseenWeight: header.unseenWeight,
    scales: header.scales,
    silence: { bias: header.silence, weights: silence },
  };
  const middles = new Int8Array(bytes.buffer, bytes.byteOffset + at, header.precedents.length * dimensions).slice();
  at += middles.length;
  // The parts are windows on one list: 100,000 lists of their own would take several times as much.
  const citations = new Uint16Array(cited);
  for (let place = 0; place < cited; place += 1) citations[place] = view.getUint16(at + place * 2, true);
  at += cited * 2;
  let next = 0;
  const cite = (length: number): Uint16Array => {
    next += length;
    return citations.subarray(next - length, next);
  };
  const all = header.precedents.map(([clause = 0, ...questions]): Precedent => ({
    clause: cite(clause),
    questions: questions.map(cite),
  }));
  const floats = (count: number): Float32Array => {
    const read = Float32Array.from({ length: count }, (_, number) => view.getFloat32(at + number * 4, true));
    at += count * 4;
    return read;
  };
  const [ranker, judge] = networks.map(({ inputs: { length: size }, hidden }): Network => {
    const [means, deviations, rows, biases, out, last] = [size, size, size * hidden, hidden, hidden, 1].map(floats);
    return {
      means: means ?? new Float32Array(),
      deviations: deviations ?? new Float32Array(),
      hidden,
      weights: rows ?? new Float32Array(),
      biases: biases ?? new Float32Array(),
      out: out ?? new Float32Array(),
      outBias: last?.[0] ?? 0,
    };
  });
  if (!ranker || !judge) throw new Error('The model lacks a network.');
  return { madeFrom: header.madeFrom, encoder, precedents: { all, shelves: header.shelves, middles }, ranker, judge };
}

/** Each token with its place; a list of pairs to make the map from would take twice as long. */
function numbered(tokens: readonly string[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (const token of tokens) rows.set(token, rows.size);
  return rows;
}

/** Vectors of so many dimensions, each brought to length 1. */
function toUnitLength(axes: Int8Array, dimensions: number): Float32Array {
  const vectors = new Float32Array(axes);
  for (let start = 0; start < axes.length; start += dimensions) normalise(vectors, start, dimensions);
  return vectors;
}

function partsOf({ means, deviations, weights, biases, out, outBias }: Network): readonly Float32Array[] {
  return [means, deviations, weights, biases, out, Float32Array.of(outBias)];
}

function numbersIn({ inputs: { length: size }, hidden }: { inputs: readonly string[]; hidden: number }): number {
  return 2 * size + size * hidden + 2 * hidden + 1;
}
