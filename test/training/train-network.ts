import type { Network } from '../../src/domain/answering/model/finding-model.ts';
import { furthest } from '../../src/domain/answering/model/within-known.ts';
import { createRandom } from '../support/random.ts';
import { chance, shuffle } from './shuffle.ts';

/** Several lists of inputs of which the right ones are to come out first (a ranker learns from these). */
export interface RankingTask {
  readonly inputs: readonly Float32Array[];
  readonly right: readonly boolean[];
  /** How much it counts. */
  readonly weight: number;
}

export interface NetworkPlan {
  readonly hidden: number;
  readonly epochs: number;
  readonly rate: number;
  /** How strongly weights are drawn to 0, a step. */
  readonly decay: number;
  readonly seed: number;
}

const batch = 16;

/** Learns to give the right inputs of each task a higher number than the others (softmax over the list; Adam). */
export function trainRanker(tasks: readonly RankingTask[], plan: NetworkPlan): Network {
  const useful = tasks.filter(({ right }) => right.includes(true) && right.includes(false));
  return train(
    useful,
    useful.flatMap(({ inputs }) => inputs),
    plan,
    ({ inputs, right, weight }, learner) => {
      const sums = Float64Array.from(inputs, (one, at) => learner.forward(one, at));
      const top = Math.max(...sums);
      const shares = sums.map((value) => Math.exp(value - top));
      const all = shares.reduce((sum, share) => sum + share, 0);
      const hit = shares.reduce((sum, share, at) => sum + (right[at] ? share : 0), 0);
      inputs.forEach((one, at) => {
        const share = shares[at] ?? 0;
        const blame = share / all - (right[at] ? share / Math.max(hit, 1e-12) : 0);
        if (Math.abs(blame) > 1e-4) learner.backward(one, at, blame * weight);
      });
    },
  );
}

/** An input and whether the answer to it is yes (a judge learns from these). */
export interface JudgingTask {
  readonly inputs: Float32Array;
  readonly yes: boolean;
  readonly weight: number;
}

/** Learns the log odds of yes (logistic loss; Adam). */
export function trainJudge(tasks: readonly JudgingTask[], plan: NetworkPlan): Network {
  return train(
    tasks,
    tasks.map(({ inputs }) => inputs),
    plan,
    ({ inputs, yes, weight }, learner) => {
      const odds = learner.forward(inputs, 0);
      learner.backward(inputs, 0, (1 / (1 + Math.exp(-odds)) - Number(yes)) * weight);
    },
  );
}

interface Learner {
  forward(inputs: Float32Array, slot: number): number;
  backward(inputs: Float32Array, slot: number, blame: number): void;
}

function train<Task>(
  tasks: readonly Task[],
  sample: readonly Float32Array[],
  { hidden, epochs, rate, decay, seed }: NetworkPlan,
  teach: (task: Task, learner: Learner) => void,
): Network {
  const random = createRandom(seed);
  const size = sample[0]?.length ?? 0;
  const { means, deviations } = spread(sample, size);
  // One row a unit: its weights, its bias, what it counts; and the bias of the sum at the end.
  const row = size + 2;
  const values = new Float64Array(hidden * row + 1);
  for (let unit = 0; unit < hidden; unit += 1) {
    for (let input = 0; input < size; input += 1)
      values[unit * row + input] = (chance(random) - 0.5) * 2 * Math.sqrt(3 / size);
    values[unit * row + size + 1] = (chance(random) - 0.5) * 2 * Math.sqrt(3 / hidden);
  }
  const blames = new Float64Array(values.length);
  const [first, second] = [new Float64Array(values.length), new Float64Array(values.length)];
  const slots: { scaled: Float64Array; units: Float64Array }[] = [];
  const slotOf = (slot: number) =>
    (slots[slot] ??= { scaled: new Float64Array(size), units: new Float64Array(hidden) });
  const learner: Learner = {
    forward(inputs, slot) {
      const { scaled, units } = slotOf(slot);
      for (let input = 0; input < size; input += 1)
        scaled[input] = within(((inputs[input] ?? 0) - (means[input] ?? 0)) / (deviations[input] ?? 1));
      let sum = values[hidden * row] ?? 0;
      for (let unit = 0; unit < hidden; unit += 1) {
        const start = unit * row;
        let at = values[start + size] ?? 0;
        for (let input = 0; input < size; input += 1) at += (values[start + input] ?? 0) * (scaled[input] ?? 0);
        units[unit] = at > 0 ? at : 0;
        sum += (units[unit] ?? 0) * (values[start + size + 1] ?? 0);
      }
      return sum;
    },
    backward(_inputs, slot, blame) {
      const { scaled, units } = slotOf(slot);
      blames[hidden * row] = (blames[hidden * row] ?? 0) + blame;
      for (let unit = 0; unit < hidden; unit += 1) {
        const value = units[unit] ?? 0;
        if (value <= 0) continue;
        const start = unit * row;
        blames[start + size + 1] = (blames[start + size + 1] ?? 0) + blame * value;
        const own = blame * (values[start + size + 1] ?? 0);
        blames[start + size] = (blames[start + size] ?? 0) + own;
        for (let input = 0; input < size; input += 1)
          blames[start + input] = (blames[start + input] ?? 0) + own * (scaled[input] ?? 0);
      }
    },
  };
  const order = [...tasks];
  const batches = Math.ceil(order.length / batch) * epochs;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (let start = 0; start < order.length; start += batch) {
      const those = order.slice(start, start + batch);
      blames.fill(0);
      for (const task of those) teach(task, learner);
      step += 1;
      const pace = rate * (1 - step / (batches + 1));
      const [firstLeft, secondLeft] = [1 - 0.9 ** step, 1 - 0.999 ** step];
      for (let at = 0; at < values.length; at += 1) {
        const blame = (blames[at] ?? 0) / those.length;
        first[at] = 0.9 * (first[at] ?? 0) + 0.1 * blame;
        second[at] = 0.999 * (second[at] ?? 0) + 0.001 * blame * blame;
        const move = (first[at] ?? 0) / firstLeft / (Math.sqrt((second[at] ?? 0) / secondLeft) + 1e-8);
        values[at] = (values[at] ?? 0) - pace * (move + decay * (values[at] ?? 0));
      }
    }
  }
  const part = (offset: number) => Float32Array.from({ length: hidden }, (_, unit) => values[unit * row + offset] ?? 0);
  const weights = new Float32Array(hidden * size);
  for (let unit = 0; unit < hidden; unit += 1)
    for (let input = 0; input < size; input += 1) weights[unit * size + input] = values[unit * row + input] ?? 0;
  return {
    means,
    deviations,
    hidden,
    weights,
    biases: part(size),
    out: part(size + 1),
    outBias: values[hidden * row] ?? 0,
  };
}

/** As the search asks (`withinKnown`). */
function within(scaled: number): number {
  return Math.max(-furthest, Math.min(furthest, scaled));
}

function spread(sample: readonly Float32Array[], size: number): { means: Float32Array; deviations: Float32Array } {
  const [sums, squares] = [new Float64Array(size), new Float64Array(size)];
  for (const one of sample) {
    for (let input = 0; input < size; input += 1) {
      const value = one[input] ?? 0;
      sums[input] = (sums[input] ?? 0) + value;
      squares[input] = (squares[input] ?? 0) + value * value;
    }
  }
  const count = Math.max(1, sample.length);
  const means = Float32Array.from(sums, (sum) => sum / count);
  const deviations = Float32Array.from(squares, (square, input) => {
    const variance = square / count - (means[input] ?? 0) ** 2;
    return variance > 1e-9 ? Math.sqrt(variance) : 1;
  });
  return { means, deviations };
}
