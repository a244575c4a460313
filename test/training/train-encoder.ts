import { normalise } from '../../src/domain/answering/model/directions.ts';
import type { EncoderModel } from '../../src/domain/answering/model/finding-model.ts';
import { createRandom, type Random } from '../support/random.ts';
import { type Clause, createStep, type Parameters, type Task } from './encoder-step.ts';
import { chance, shuffle } from './shuffle.ts';
import type { WordVectors } from './word-vectors.ts';

/**
 * A question as the encoder learns from it: tokens, and the clauses (of one policy) among which it has to find `answers`, if any;
 * or, to learn what is asked alike, other questions among which it has to find one that is answered by the same clause.
 */
export interface EncoderTask {
  readonly kind: 'answers' | 'alike';
  readonly tokens: readonly string[];
  readonly answers: readonly number[];
  readonly clauses: readonly TokenClause[];
  /** What a token tells among these clauses (`rarityOf`). */
  readonly rarities: ReadonlyMap<string, number>;
}

/** A clause's tokens with what each is worth by where it stands. */
export interface TokenClause {
  readonly tokens: readonly string[];
  readonly worths: Float32Array;
}

const epochs = 2;
const rate = 0.05;

/**
 * Learns vectors and weights of words from questions and the clauses that answer them: a question's clauses are to come
 * out before all others of its policy, and silence before all clauses where none answers (softmax over match and topic
 * together, and over what the question says for silence; Adagrad). The same tasks and seed give the same bits.
 */
export async function trainEncoder(
  tasks: readonly EncoderTask[],
  base: WordVectors,
  seed: number,
): Promise<EncoderModel> {
  const random = createRandom(seed);
  const rows = new Map(base.words.map((word, row) => [word, row]));
  const ready = internTasks(tasks, rows);
  const parameters = startingFrom(base, rows, random);
  const learn = await createStep(parameters, ready);
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
    vectors: parameters.vectors.slice(),
    matchWeights: parameters.match.map(Math.exp),
    topicWeights: parameters.topic.map(Math.exp),
    unseenWeight: startWeight(rareRank),
    scales: parameters.scales.answers,
    silence: parameters.silence,
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
      kind: task.kind,
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
  const silence = { bias: 8, weights: new Float32Array(rows.size) };
  return {
    dimensions,
    vectors,
    match: weights,
    topic: weights.slice(),
    scales: { answers: [10, 8], alike: [10, 8] },
    silence,
  };
}

/** Near enough to a normal distribution, by sums alone: no function whose last bit may differ between machines. */
function bell(random: Random): number {
  let sum = -6;
  for (let throws = 0; throws < 12; throws += 1) sum += chance(random);
  return sum;
}
