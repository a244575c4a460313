import { telling } from '../../src/domain/answering/model/match-question.ts';
import type { Random } from '../support/random.ts';
import { createKernels, type Kernels } from './kernels.ts';
import { chance } from './shuffle.ts';

/** What is learnt; a row a token. Weights are kept as logarithms. */
export interface Parameters {
  readonly dimensions: number;
  /** Moved into the memory of the kernels when learning begins. */
  vectors: Float32Array;
  readonly match: Float32Array;
  readonly topic: Float32Array;
  /** What match and topic count, where clauses are to be found and where questions asked alike. */
  readonly scales: Readonly<Record<Task['kind'], [match: number, topic: number]>>;
  readonly silence: { bias: number; readonly weights: Float32Array };
}

/** A clause's tokens as rows, with what each is worth by where it stands. */
export interface Clause {
  readonly tokens: Int32Array;
  readonly worths: Float32Array;
}

/** An `EncoderTask` with its tokens as rows. */
export interface Task {
  readonly kind: 'answers' | 'alike';
  readonly tokens: Int32Array;
  /** What each token tells among the clauses. */
  readonly rarities: Float32Array;
  readonly answers: readonly number[];
  readonly clauses: readonly Clause[];
}

/** So many of a question's words are left out by chance each time: none is to be relied on. */
const leftOut = 0.1;
/** Below this share of the blame a clause teaches nothing worth the time. */
const leastBlame = 0.003;

/** Makes one step of learning: forward over a task's clauses, and the blame back to every word that took part. */
export async function createStep(
  parameters: Parameters,
  tasks: readonly Task[],
): Promise<(task: Task, pace: number, random: Random) => void> {
  const { dimensions, match, topic, scales, silence } = parameters;
  const size = match.length;
  const most = mostOf(tasks);
  const stride = dimensions * 4;
  const floats = (count: number): number => Math.ceil((count * 4) / 16) * 16;
  const places = placesFor({
    vectors: size * stride,
    gradients: size * stride,
    question: stride,
    turn: stride,
    wholes: most.clauses * stride,
    unique: floats(size),
    near: floats(size) * most.words,
    rows: floats(most.tokens),
    shares: floats(most.tokens),
    along: floats(most.tokens),
    columns: floats(most.tokens),
    worths: floats(most.tokens),
    met: floats(2 * most.words),
    meeting: floats(most.words),
  });
  const kernels: Kernels = await createKernels(places.end);
  kernels.begin(stride);
  const view = (place: number, count: number): Float32Array => new Float32Array(kernels.memory, place, count);
  const vectors = view(places.vectors, size * dimensions);
  vectors.set(parameters.vectors);
  parameters.vectors = vectors;
  const gradients = view(places.gradients, size * dimensions);
  const question = view(places.question, dimensions);
  const turn = view(places.turn, dimensions);
  const near = view(places.near, size * most.words);
  const unique = new Int32Array(kernels.memory, places.unique, size);
  const rows = new Int32Array(kernels.memory, places.rows, most.tokens);
  const shares = view(places.shares, most.tokens);
  const along = view(places.along, most.tokens);
  const columns = new Int32Array(kernels.memory, places.columns, most.tokens);
  const worthsOfClause = view(places.worths, most.tokens);
  const met = new Float64Array(kernels.memory, places.met, most.words);
  const meeting = new Int32Array(kernels.memory, places.meeting, most.words);

  const topicWeights = topic.map(Math.exp);
  const sumsOfSquares = (): Float32Array => new Float32Array(size).fill(1e-6);
  const [vectorSums, matchSums, topicSums, silenceSums] = [
    ...[sumsOfSquares(), sumsOfSquares()],
    ...[sumsOfSquares(), sumsOfSquares()],
  ] as const;
  const stamps = new Int32Array(size);
  const slots = new Int32Array(size);
  const gradientStamps = new Int32Array(size);
  let touched: number[] = [];
  let now = 0;

  /** Where a token's gradient stands, cleared when the token is first met in a step. */
  const gradientOf = (token: number): number => {
    if (gradientStamps[token] !== now) {
      gradientStamps[token] = now;
      touched.push(token);
      gradients.fill(0, token * dimensions, (token + 1) * dimensions);
    }
    return places.gradients + token * stride;
  };

  /** The tokens and what each counts in what they are about, where the kernels find them. */
  const lay = (tokens: Int32Array, worths?: Float32Array): number => {
    rows.set(tokens);
    for (let at = 0; at < tokens.length; at += 1)
      shares[at] = (worths?.[at] ?? 1) * (topicWeights[tokens[at] ?? 0] ?? 0);
    return tokens.length;
  };

  /** Turns the topic of some tokens (and their weights in it) by what stands in `turn`. */
  const teachTopic = (tokens: Int32Array, pace: number, worths?: Float32Array): void => {
    const count = lay(tokens, worths);
    for (const token of tokens) gradientOf(token);
    kernels.spread(places.rows, places.shares, count, places.turn, places.gradients, places.along);
    for (let at = 0; at < count; at += 1) {
      const token = tokens[at] ?? 0;
      const blame = (shares[at] ?? 0) * (along[at] ?? 0);
      topicSums[token] = (topicSums[token] ?? 0) + blame * blame;
      topic[token] = (topic[token] ?? 0) - (0.3 * pace * blame) / Math.sqrt((topicSums[token] ?? 0) + 1e-4);
      topicWeights[token] = Math.exp(topic[token] ?? 0);
    }
  };

  return (task, pace, random) => {
    now += 1;
    touched = [];
    const scale = scales[task.kind];
    let kept: Int32Array = Int32Array.from(task.tokens.keys()).filter(() => chance(random) >= leftOut);
    if (kept.length === 0) kept = Int32Array.from(task.tokens.keys());
    const words = kept.map((at) => task.tokens[at] ?? 0);
    const rarities = Float32Array.from(kept, (at) => task.rarities[at] ?? 1);
    const chosen = new Set([...task.answers, ...task.clauses.keys()]);
    const clauses = [...chosen].flatMap((number) => task.clauses[number] ?? []);
    const [count, asked, right] = [clauses.length, words.length, task.answers.length];

    // How near each word of the question is to each word of these clauses; as in the search, one that tells little is
    // looked for as it stands only.
    const weights = Float64Array.from(words, (word, at) => Math.exp(match[word] ?? 0) * (rarities[at] ?? 1));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    let wide = 0;
    for (const { tokens } of clauses) {
      for (const token of tokens) {
        if (stamps[token] === now) continue;
        stamps[token] = now;
        slots[token] = wide;
        unique[wide] = token;
        wide += 1;
      }
    }
    for (let at = 0; at < asked; at += 1) {
      const word = words[at] ?? 0;
      if ((weights[at] ?? 0) < telling * whole) near.fill(0, at * wide, (at + 1) * wide);
      else kernels.nearness(word * stride, places.unique, wide, places.near + at * wide * 4);
      if (stamps[word] === now) near[at * wide + (slots[word] ?? 0)] = 1;
    }

    // Match: each word's nearest in the clause. Topic: the directions of both as wholes.
    const matches = new Float32Array(count);
    const nearest = new Int32Array(count * asked);
    const best = new Float32Array(count * asked);
    kernels.sum(places.rows, places.shares, lay(words), places.question);
    const questionLength = Math.sqrt(kernels.dot(places.question, places.question)) || 1;
    const lengths = new Float64Array(count);
    const topics = new Float32Array(count);
    for (let number = 0; number < count; number += 1) {
      const clause = clauses[number];
      if (!clause) continue;
      const { tokens, worths } = clause;
      for (let place = 0; place < tokens.length; place += 1) columns[place] = (slots[tokens[place] ?? 0] ?? 0) * 4;
      worthsOfClause.set(worths);
      const held = [places.columns, places.worths, tokens.length] as const;
      kernels.meet(places.near, wide * 4, asked, ...held, places.met, places.meeting);
      let sum = 0;
      for (let at = 0; at < asked; at += 1) {
        const highest = met[at] ?? 0;
        nearest[number * asked + at] = meeting[at] ?? -1;
        best[number * asked + at] = highest;
        sum += (weights[at] ?? 0) * highest * highest;
      }
      matches[number] = sum / whole;
      const direction = places.wholes + number * stride;
      kernels.sum(places.rows, places.shares, lay(tokens, worths), direction);
      lengths[number] = Math.sqrt(kernels.dot(direction, direction)) || 1;
      topics[number] = kernels.dot(direction, places.question) / ((lengths[number] ?? 1) * questionLength);
    }

    // The blame of each clause: what it was given too much of the answer, or too little. A question has no silence to find
    // among questions.
    const sums = Float64Array.from(matches, (value, at) => scale[0] * value + scale[1] * (topics[at] ?? 0));
    const quiet =
      task.kind === 'answers'
        ? words.reduce((sum, word) => sum + (silence.weights[word] ?? 0), silence.bias)
        : -Infinity;
    const top = Math.max(quiet, ...sums);
    const parts = sums.map((value) => Math.exp(value - top));
    const quietPart = Math.exp(quiet - top);
    const all = parts.reduce((sum, part) => sum + part, quietPart);
    const hit = parts.subarray(0, right).reduce((sum, part) => sum + part, 0);
    const wordBlames = new Float64Array(asked);
    const questionBlame = new Float64Array(dimensions);
    let [matchBlame, topicBlame] = [0, 0];
    for (let number = 0; number < count; number += 1) {
      const part = parts[number] ?? 0;
      const blame = part / all - (number < right ? part / Math.max(hit, 1e-12) : 0);
      matchBlame += blame * (matches[number] ?? 0);
      topicBlame += blame * (topics[number] ?? 0);
      const clause = clauses[number];
      if (Math.abs(blame) < leastBlame || !clause) continue;
      const { tokens, worths } = clause;
      const scaled = (blame * scale[0]) / whole;
      for (let at = 0; at < asked; at += 1) {
        const which = nearest[number * asked + at] ?? -1;
        const value = best[number * asked + at] ?? 0;
        const [word, token] = [words[at] ?? 0, tokens[which] ?? -1];
        if (token >= 0 && word !== token) {
          const pull = scaled * (weights[at] ?? 0) * 2 * value * (worths[which] ?? 0);
          kernels.add(gradientOf(word), pull, token * stride);
          kernels.add(gradientOf(token), pull, word * stride);
        }
        wordBlames[at] = (wordBlames[at] ?? 0) + scaled * (weights[at] ?? 0) * (value * value - (matches[number] ?? 0));
      }
      const start = (places.wholes + number * stride) / 4;
      const direction = view(start * 4, dimensions);
      const [together, length] = [topics[number] ?? 0, lengths[number] ?? 1];
      for (let axis = 0; axis < dimensions; axis += 1) {
        const [ours, theirs] = [(question[axis] ?? 0) / questionLength, (direction[axis] ?? 0) / length];
        questionBlame[axis] =
          (questionBlame[axis] ?? 0) + (blame * scale[1] * (theirs - together * ours)) / questionLength;
        turn[axis] = (blame * scale[1] * (ours - together * theirs)) / length;
      }
      teachTopic(tokens, pace, worths);
    }
    turn.set(questionBlame);
    teachTopic(words, pace);
    for (let at = 0; at < asked; at += 1) {
      const word = words[at] ?? 0;
      const blame = wordBlames[at] ?? 0;
      matchSums[word] = (matchSums[word] ?? 0) + blame * blame;
      match[word] = (match[word] ?? 0) - (0.5 * pace * blame) / Math.sqrt((matchSums[word] ?? 0) + 1e-3);
    }
    if (task.kind === 'answers') {
      const quietBlame = quietPart / all - Number(right === 0);
      silence.bias -= 0.4 * pace * quietBlame;
      for (const word of words) {
        silenceSums[word] = (silenceSums[word] ?? 0) + quietBlame * quietBlame;
        silence.weights[word] =
          (silence.weights[word] ?? 0) - (0.5 * pace * quietBlame) / Math.sqrt((silenceSums[word] ?? 0) + 1);
      }
    }
    for (const token of touched) {
      const gradient = places.gradients + token * stride;
      vectorSums[token] = (vectorSums[token] ?? 0) + kernels.dot(gradient, gradient) / dimensions;
      kernels.move(token * stride, (-0.6 * pace) / Math.sqrt((vectorSums[token] ?? 0) + 1e-4), gradient);
    }
    scale[0] -= 0.4 * pace * Math.max(-1, Math.min(1, matchBlame));
    scale[1] -= 0.4 * pace * Math.max(-1, Math.min(1, topicBlame));
  };
}

/** The largest of the tasks. */
function mostOf(tasks: readonly Task[]): { words: number; clauses: number; tokens: number } {
  let [words, clauses, tokens] = [1, 1, 1];
  const seen = new Set<readonly Clause[]>();
  for (const task of tasks) {
    words = Math.max(words, task.tokens.length);
    if (seen.has(task.clauses)) continue;
    seen.add(task.clauses);
    clauses = Math.max(clauses, task.clauses.length);
    for (const clause of task.clauses) tokens = Math.max(tokens, clause.tokens.length);
  }
  return { words, clauses, tokens: Math.max(words, tokens) };
}

/** Lays out parts of so many bytes one after the other, from 0 on. */
function placesFor<Name extends string>(sizes: Record<Name, number>): Record<Name | 'end', number> {
  let end = 0;
  const places = Object.entries<number>(sizes).map(([name, bytes]) => {
    const place = end;
    end += bytes;
    return [name, place];
  });
  return { ...(Object.fromEntries(places) as Record<Name, number>), end };
}
