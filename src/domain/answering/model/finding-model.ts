/**
 * What was learnt from the corpus (test/corpus, `npm run train`): vectors of words and concepts, which clauses answered which
 * questions of it, and the networks that weigh a clause and judge the best one. Nothing of a school's own policies or questions is in it.
 */
export interface FindingModel {
  /** SHA-256 of what it was made from, in hex. */
  readonly madeFrom: string;
  readonly encoder: EncoderModel;
  readonly precedents: Precedents;
  readonly ranker: Network;
  readonly judge: Network;
}

/** What is remembered of the corpus. */
export interface Precedents {
  /** Those whose questions lie near to each other stand together, shelf by shelf. */
  readonly all: readonly Precedent[];
  /** How many stand on each shelf. */
  readonly shelves: readonly number[];
  /** Where the questions of each lie together: their direction, a byte an axis (`middleStep`), one after the other. */
  readonly middles: Int8Array;
}

/** A middle is of length 1, and no axis of it comes near to a half. */
export const middleStep = 1 / 256;

/** A clause of the corpus and the questions that it answered, as rows of the encoder. */
export interface Precedent {
  readonly clause: Uint16Array;
  readonly questions: readonly Uint16Array[];
}

/** Words and concepts (“#name”) as vectors of length 1: near in meaning is near in space. */
export interface EncoderModel {
  readonly dimensions: number;
  readonly rows: ReadonlyMap<string, number>;
  /** `dimensions` numbers a row. */
  readonly vectors: Float32Array;
  /** How much a word weighs in a question that is matched word by word, and in what a text is about as a whole. */
  readonly matchWeights: Float32Array;
  readonly topicWeights: Float32Array;
  /** What both weights are for a word that was never seen. */
  readonly unseenWeight: number;
  /** What the match word by word, and the topic as a whole, count in the sum of both. */
  readonly scales: readonly [match: number, topic: number];
  /** What speaks for no clause's answering, on the scale of that sum: for any question, and for each word in it. */
  readonly silence: { readonly bias: number; readonly weights: Float32Array };
}

/** A network of two layers: inputs are brought to mean 0 and deviation 1, then `hidden` units, then one number. */
export interface Network {
  readonly means: Float32Array;
  readonly deviations: Float32Array;
  readonly hidden: number;
  /** `hidden` rows of as many numbers as there are inputs. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
  readonly out: Float32Array;
  readonly outBias: number;
}

/** The network's number for one list of inputs; a higher one speaks for the clause. */
export function runNetwork(network: Network, inputs: Float32Array): number {
  const { means, deviations, hidden, weights, biases, out, outBias } = network;
  const size = means.length;
  const scaled = new Float64Array(size);
  for (let input = 0; input < size; input += 1)
    scaled[input] = ((inputs[input] ?? 0) - (means[input] ?? 0)) / (deviations[input] ?? 1);
  let sum = outBias;
  for (let unit = 0; unit < hidden; unit += 1) {
    let at = biases[unit] ?? 0;
    const row = unit * size;
    for (let input = 0; input < size; input += 1) at += (weights[row + input] ?? 0) * (scaled[input] ?? 0);
    if (at > 0) sum += at * (out[unit] ?? 0);
  }
  return sum;
}
