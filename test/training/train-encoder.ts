import { dot } from '../../src/domain/answering/model/dot.ts';
import type { EncodedClause } from '../../src/domain/answering/model/encoded-clauses.ts';
import type { EncoderModel } from '../../src/domain/answering/model/finding-model.ts';
import { telling } from '../../src/domain/answering/model/match-question.ts';
import { createRandom, type Random } from '../support/random.ts';
import { chance, shuffle } from './shuffle.ts';
import { normalise, type WordVectors } from './word-vectors.ts';

/** A question as the encoder learns from it: tokens, and the clauses (of one policy) among which it has to find `answers`. */
export interface EncoderTask {
  readonly tokens: readonly string[];
  readonly answers: readonly number[];
  readonly clauses: readonly TokenClause[];
  /** What a token tells among these clauses (`rarityOf`). */
  readonly rarities: ReadonlyMap<string, number>;
}

/** A clause's tokens with what each is worth by where it stands. */
export type TokenClause = Pick<EncodedClause, 'worths'> & { readonly tokens: readonly string[] };

const epochs = 2;
const rate = 0.05;
/** So many of a question's words are left out by chance each time: none is to be relied on. */
const leftOut = 0.1;
/** Below this share of the blame a clause teaches nothing worth the time. */
const leastBlame = 0.003;

interface Parameters {
  readonly dimensions: number;
  readonly vectors: Float32Array;
  readonly match: Float32Array;
  readonly topic: Float32Array;
  readonly scales: [match: number, topic: number];
}

interface Clause {
  readonly tokens: Int32Array;
  readonly worths: Float32Array;
}

interface Task {
  readonly tokens: Int32Array;
  /** What each token tells among the clauses. */
  readonly rarities: Float32Array;
  readonly answers: readonly number[];
  readonly clauses: readonly Clause[];
}

/**
 * Learns vectors and weights of words from questions and the clauses that answer them: a question's clauses are to come
 * out before all others of its policy (softmax over match and topic together; Adagrad). The same tasks and seed give the same bits.
 */
export function trainEncoder(tasks: readonly EncoderTask[], base: WordVectors, seed: number): EncoderModel {
  const random = createRandom(seed);
  const rows = new Map(base.words.map((word, row) => [word, row]));
  const ready = internTasks(tasks, rows);
  const parameters = startingFrom(base, rows, random);
  const learn = createStep(parameters);
  const order = [...ready];
  const steps = order.length * epochs;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const task of order) {
      learn(task, rate * (1 - step / steps), random);
      step += 1;
    }
  }
  return {
    dimensions: base.dimensions,
    rows,
    vectors: parameters.vectors,
    matchWeights: parameters.match.map(Math.exp),
    topicWeights: parameters.topic.map(Math.exp),
    unseenWeight: startWeight(rareRank),
    scales: [parameters.scales[0], parameters.scales[1]],
  };
}

function internTasks(tasks: readonly EncoderTask[], rows: Map<string, number>): Task[] {
  const intern = (token: string): number => {
    const known = rows.get(token);
    if (known !== undefined) return known;
    rows.set(token, rows.size);
    return rows.size - 1;
  };
  const policies = new Map<readonly TokenClause[], readonly Clause[]>();
  return tasks.map((task) => {
    let clauses = policies.get(task.clauses);
    if (!clauses) {
      clauses = task.clauses.map(({ tokens, worths }) => ({ tokens: Int32Array.from(tokens, intern), worths }));
      policies.set(task.clauses, clauses);
    }
    return {
      tokens: Int32Array.from(task.tokens, intern),
      rarities: Float32Array.from(task.tokens, (token) => task.rarities.get(token) ?? 1),
      answers: task.answers,
      clauses,
    };
  });
}

/** The place in a list of words by frequency that a word has which does not stand in it. */
const rareRank = 20_000;

/** A frequent word tells little: what a word weighs before anything was learnt (a / (a + frequency), by Zipf's law). */
function startWeight(rank: number): number {
  return 0.002 / (0.002 + 0.1 / (rank + 2)) + 0.02;
}

function startingFrom(base: WordVectors, rows: ReadonlyMap<string, number>, random: Random): Parameters {
  const { dimensions } = base;
  const vectors = new Float32Array(rows.size * dimensions);
  vectors.set(base.vectors);
  const weights = new Float32Array(rows.size);
  for (const [token, row] of rows) {
    const known = row < base.words.length;
    weights[row] = token.startsWith('#') ? -0.3 : Math.log(startWeight(known ? row : rareRank));
    if (known) continue;
    for (let axis = 0; axis < dimensions; axis += 1) vectors[row * dimensions + axis] = bell(random);
    normalise(vectors, row * dimensions, dimensions);
  }
  return { dimensions, vectors, match: weights, topic: weights.slice(), scales: [10, 8] };
}

/** Near enough to a normal distribution, by sums alone: no function whose last bit may differ between machines. */
function bell(random: Random): number {
  let sum = -6;
  for (let throws = 0; throws < 12; throws += 1) sum += chance(random);
  return sum;
}

/** Makes one step of learning: forward over a question's clauses, and the blame back to every word that took part. */
function createStep(parameters: Parameters): (task: Task, pace: number, random: Random) => void {
  const { dimensions, vectors, match, topic, scales } = parameters;
  const size = match.length;
  const [vectorSums, matchSums, topicSums] = [0, 1, 2].map(() => new Float32Array(size).fill(1e-6));
  if (!vectorSums || !matchSums || !topicSums) throw new Error('no room');
  const stamps = new Int32Array(size);
  const slots = new Int32Array(size);
  const gradientStamps = new Int32Array(size);
  const gradients = new Float32Array(size * dimensions);
  let touched: number[] = [];
  let now = 0;

  /** Where a token's gradient stands, cleared when the token is first met in a step. */
  const gradientOf = (token: number): number => {
    const start = token * dimensions;
    if (gradientStamps[token] !== now) {
      gradientStamps[token] = now;
      touched.push(token);
      gradients.fill(0, start, start + dimensions);
    }
    return start;
  };

  return (task, pace, random) => {
    now += 1;
    touched = [];
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
    const unique: number[] = [];
    for (const { tokens } of clauses) {
      for (const token of tokens) {
        if (stamps[token] === now) continue;
        stamps[token] = now;
        slots[token] = unique.length;
        unique.push(token);
      }
    }
    const wide = unique.length;
    const near = new Float32Array(asked * wide);
    for (let at = 0; at < asked; at += 1) {
      const word = words[at] ?? 0;
      if (stamps[word] === now) near[at * wide + (slots[word] ?? 0)] = 1;
      if ((weights[at] ?? 0) < telling * whole) continue;
      const start = word * dimensions;
      for (let place = 0; place < wide; place += 1) {
        const other = (unique[place] ?? 0) * dimensions;
        near[at * wide + place] = dot(vectors, start, vectors, other, dimensions);
      }
    }

    // Match: each word's nearest in the clause. Topic: the directions of both as wholes.
    const matches = new Float32Array(count);
    const nearest = new Int32Array(count * asked);
    const best = new Float32Array(count * asked);
    const question = new Float32Array(dimensions);
    for (const word of words)
      addScaled(question, 0, Math.exp(topic[word] ?? 0), vectors, word * dimensions, dimensions);
    const questionLength = lengthOf(question) || 1;
    const wholes: Float32Array[] = [];
    const lengths = new Float64Array(count);
    const topics = new Float32Array(count);
    for (let number = 0; number < count; number += 1) {
      const { tokens, worths } = clauses[number] ?? { tokens: new Int32Array(), worths: new Float32Array() };
      let met = 0;
      for (let at = 0; at < asked; at += 1) {
        let [most, which] = [0, -1];
        for (let place = 0; place < tokens.length; place += 1) {
          const value = (near[at * wide + (slots[tokens[place] ?? 0] ?? 0)] ?? 0) * (worths[place] ?? 0);
          if (value > most) {
            most = value;
            which = place;
          }
        }
        nearest[number * asked + at] = which;
        best[number * asked + at] = most;
        met += (weights[at] ?? 0) * most * most;
      }
      matches[number] = met / whole;
      const direction = new Float32Array(dimensions);
      for (let place = 0; place < tokens.length; place += 1) {
        const token = tokens[place] ?? 0;
        addScaled(
          direction,
          0,
          (worths[place] ?? 0) * Math.exp(topic[token] ?? 0),
          vectors,
          token * dimensions,
          dimensions,
        );
      }
      const length = lengthOf(direction) || 1;
      for (let axis = 0; axis < dimensions; axis += 1) direction[axis] = (direction[axis] ?? 0) / length;
      wholes.push(direction);
      lengths[number] = length;
      topics[number] = dot(direction, 0, question, 0, dimensions) / questionLength;
    }

    // The blame of each clause: what it was given too much of the answer, or too little.
    const sums = Float64Array.from(matches, (value, at) => scales[0] * value + scales[1] * (topics[at] ?? 0));
    const top = Math.max(...sums);
    const shares = sums.map((value) => Math.exp(value - top));
    const all = shares.reduce((sum, share) => sum + share, 0);
    const hit = shares.subarray(0, right).reduce((sum, share) => sum + share, 0);
    const wordBlames = new Float64Array(asked);
    const questionBlame = new Float64Array(dimensions);
    let [matchBlame, topicBlame] = [0, 0];
    for (let number = 0; number < count; number += 1) {
      const share = shares[number] ?? 0;
      const blame = share / all - (number < right ? share / Math.max(hit, 1e-12) : 0);
      matchBlame += blame * (matches[number] ?? 0);
      topicBlame += blame * (topics[number] ?? 0);
      if (Math.abs(blame) < leastBlame) continue;
      const { tokens, worths } = clauses[number] ?? { tokens: new Int32Array(), worths: new Float32Array() };
      const scaled = (blame * scales[0]) / whole;
      for (let at = 0; at < asked; at += 1) {
        const which = nearest[number * asked + at] ?? -1;
        const value = best[number * asked + at] ?? 0;
        if (which >= 0) {
          const [word, token] = [words[at] ?? 0, tokens[which] ?? 0];
          if (word !== token) {
            const pull = scaled * (weights[at] ?? 0) * 2 * value * (worths[which] ?? 0);
            const [own, other] = [gradientOf(word), gradientOf(token)];
            addScaled(gradients, own, pull, vectors, token * dimensions, dimensions);
            addScaled(gradients, other, pull, vectors, word * dimensions, dimensions);
          }
        }
        wordBlames[at] = (wordBlames[at] ?? 0) + scaled * (weights[at] ?? 0) * (value * value - (matches[number] ?? 0));
      }
      const direction = wholes[number] ?? question;
      const [together, length] = [topics[number] ?? 0, lengths[number] ?? 1];
      const turn = new Float32Array(dimensions);
      for (let axis = 0; axis < dimensions; axis += 1) {
        const [ours, theirs] = [(question[axis] ?? 0) / questionLength, direction[axis] ?? 0];
        questionBlame[axis] =
          (questionBlame[axis] ?? 0) + (blame * scales[1] * (theirs - together * ours)) / questionLength;
        turn[axis] = (blame * scales[1] * (ours - together * theirs)) / length;
      }
      for (let place = 0; place < tokens.length; place += 1)
        teachTopic(tokens[place] ?? 0, worths[place] ?? 0, turn, pace);
    }
    const questionTurn = Float32Array.from(questionBlame);
    for (let at = 0; at < asked; at += 1) {
      const word = words[at] ?? 0;
      teachTopic(word, 1, questionTurn, pace);
      const blame = wordBlames[at] ?? 0;
      matchSums[word] = (matchSums[word] ?? 0) + blame * blame;
      match[word] = (match[word] ?? 0) - (0.5 * pace * blame) / Math.sqrt((matchSums[word] ?? 0) + 1e-3);
    }
    for (const token of touched) {
      const start = token * dimensions;
      let square = 0;
      for (let axis = 0; axis < dimensions; axis += 1) square += (gradients[start + axis] ?? 0) ** 2;
      vectorSums[token] = (vectorSums[token] ?? 0) + square / dimensions;
      const far = (-0.6 * pace) / Math.sqrt((vectorSums[token] ?? 0) + 1e-4);
      addScaled(vectors, start, far, gradients, start, dimensions);
      normalise(vectors, start, dimensions);
    }
    scales[0] -= 0.4 * pace * Math.max(-1, Math.min(1, matchBlame));
    scales[1] -= 0.4 * pace * Math.max(-1, Math.min(1, topicBlame));
  };

  function teachTopic(token: number, worth: number, turn: Float32Array, pace: number): void {
    const share = worth * Math.exp(topic[token] ?? 0);
    const start = token * dimensions;
    addScaled(gradients, gradientOf(token), share, turn, 0, dimensions);
    const blame = share * dot(turn, 0, vectors, start, dimensions);
    if (!topicSums) return;
    topicSums[token] = (topicSums[token] ?? 0) + blame * blame;
    topic[token] = (topic[token] ?? 0) - (0.3 * pace * blame) / Math.sqrt((topicSums[token] ?? 0) + 1e-4);
  }
}

function addScaled(
  to: Float32Array,
  start: number,
  scale: number,
  from: Float32Array,
  fromStart: number,
  size: number,
): void {
  for (let axis = 0; axis < size; axis += 1)
    to[start + axis] = (to[start + axis] ?? 0) + scale * (from[fromStart + axis] ?? 0);
}

function lengthOf(vector: Float32Array): number {
  let square = 0;
  for (const value of vector) square += value * value;
  return Math.sqrt(square);
}
