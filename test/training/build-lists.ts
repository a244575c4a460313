import { createListCandidates, readTokens } from '../../src/domain/answering/list-candidates.ts';
import { clauseFeatures } from '../../src/domain/answering/model/clause-features.ts';
import { addTo, normalise } from '../../src/domain/answering/model/directions.ts';
import { encodeClauses, topicOf } from '../../src/domain/answering/model/encoded-clauses.ts';
import {
  type EncoderModel,
  type FindingModel,
  middleStep,
  type Precedent,
  type Precedents,
} from '../../src/domain/answering/model/finding-model.ts';
import type { Policy } from '../../src/domain/policies/policy.ts';
import { createRandom } from '../support/random.ts';
import type { Lesson } from './read-lessons.ts';
import { shelve } from './shelve.ts';
import { chance } from './shuffle.ts';
import type { EncoderTask, TokenClause } from './train-encoder.ts';

/** A question with its short list as the ranker sees it. */
export interface QuestionList {
  readonly policy: string;
  readonly register: string;
  readonly answerable: boolean;
  readonly inputs: readonly Float32Array[];
  readonly right: readonly boolean[];
}

const nothing: EncoderModel = {
  dimensions: 4,
  rows: new Map(),
  vectors: new Float32Array(),
  matchWeights: new Float32Array(),
  topicWeights: new Float32Array(),
  unseenWeight: 1,
  scales: [1, 1],
  silence: { bias: 0, weights: new Float32Array() },
};
const unlearnt = { encoder: nothing, precedents: { all: [], shelves: [], middles: new Int8Array() } };

/** What the encoder learns from: each question of each lesson, asked of its own policy. */
export function encoderTasks(lessons: readonly Lesson[]): EncoderTask[] {
  return lessons.flatMap(({ policy, questions }) => {
    const { index, read } = createListCandidates([policy], unlearnt);
    const { clauses, rarities } = tokenClauses(index.clauses);
    const asked = questions
      .map(({ text, answers }) => ({ tokens: read(text).tokens, answers }))
      // Of a question without words nothing can be learnt: its topic has no direction.
      .filter(({ tokens }) => tokens.length > 0);
    return [
      ...asked.map(({ tokens, answers }): EncoderTask => ({ kind: 'answers', tokens, answers, clauses, rarities })),
      ...alikeTasks(asked),
    ];
  });
}

/** So many other questions does each question have to tell one that is asked alike from. */
const rivals = 40;

/** Each question that another one of the same clause stands beside has to find it among other questions of the policy. */
function alikeTasks(
  questions: readonly { readonly tokens: readonly string[]; readonly answers: readonly number[] }[],
): EncoderTask[] {
  const random = createRandom(questions.length);
  const any = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(chance(random) * items.length)];
  const answered = questions.filter(({ answers }) => answers.length > 0);
  return answered.flatMap((question): EncoderTask[] => {
    const alike = any(answered.filter((other) => other !== question && other.answers[0] === question.answers[0]));
    if (!alike) return [];
    const others = Array.from({ length: rivals }, () => any(answered)).flatMap((other) =>
      other && !question.answers.some((answer) => other.answers.includes(answer)) ? [other] : [],
    );
    const clauses = [alike, ...others].map(({ tokens }) => ({
      tokens,
      worths: new Float32Array(tokens.length).fill(1),
    }));
    return [{ kind: 'alike', tokens: question.tokens, answers: [0], clauses, rarities: new Map() }];
  });
}

function tokenClauses(clauses: Parameters<typeof encodeClauses>[0]): Pick<EncoderTask, 'clauses' | 'rarities'> {
  const { starts, tokens, worths, places, rarities } = encodeClauses(clauses, nothing, readTokens);
  const names = [...places.keys()];
  return {
    clauses: clauses.map((_, number): TokenClause => {
      const [start, end] = [starts[number], starts[number + 1]];
      return {
        tokens: [...tokens.slice(start, end)].map((place) => names[place] ?? ''),
        worths: worths.slice(start, end),
      };
    }),
    rarities: new Map(names.map((name, place) => [name, rarities[place] ?? 1])),
  };
}

/** The clauses of `lessons` and the questions that each was the best answer to, as rows of an encoder that learnt from them. */
export function precedentsOf(lessons: readonly Lesson[], encoder: EncoderModel): Precedents {
  const { dimensions, rows } = encoder;
  const rowsOf = (tokens: readonly string[]): Uint16Array => Uint16Array.from(tokens, (token) => rowOf(token, rows));
  const all = lessons.flatMap(({ policy, questions }) => {
    const { read } = createListCandidates([policy], unlearnt);
    const asked = new Map<number, Uint16Array[]>();
    for (const { text, answers } of questions) {
      const [best] = answers;
      if (best !== undefined) asked.set(best, [...(asked.get(best) ?? []), rowsOf(read(text).tokens)]);
    }
    return [...asked].map(([number, those]) => {
      const { text, leadIn = '' } = policy.clauses[number] ?? { text: '' };
      return { clause: rowsOf([...new Set([...readTokens(text), ...readTokens(leadIn)])]), questions: those };
    });
  });
  const directions = new Float32Array(all.length * dimensions);
  all.forEach((one, at) => {
    directions.set(middleOf(one, encoder), at * dimensions);
  });
  const shelves = shelve(directions, dimensions);
  const order = shelves.flat();
  const middles = Int8Array.from({ length: directions.length }, (_, at) => {
    const value = directions[(order[Math.floor(at / dimensions)] ?? 0) * dimensions + (at % dimensions)] ?? 0;
    return Math.max(-127, Math.min(127, Math.round(value / middleStep)));
  });
  return {
    all: order.flatMap((at) => all[at] ?? []),
    shelves: shelves.map(({ length }) => length),
    middles,
  };
}

function middleOf({ questions }: Precedent, encoder: EncoderModel): Float32Array {
  const { dimensions } = encoder;
  const middle = new Float32Array(dimensions);
  for (const question of questions) addTo(middle, 0, 1, topicOf(question, encoder), 0, dimensions);
  normalise(middle, 0, dimensions);
  return middle;
}

/** Two bytes hold a row. */
const mostRows = 65_536;

function rowOf(token: string, rows: ReadonlyMap<string, number>): number {
  const row = rows.get(token);
  if (row === undefined || row >= mostRows)
    throw new Error(`“${token}” has no row in the first ${mostRows} of the encoder.`);
  return row;
}

/** The short lists of all questions of `asked` (those policies together are one library), by what was learnt of others. */
export function questionLists(
  asked: readonly Lesson[],
  learnt: Pick<FindingModel, 'encoder' | 'precedents'>,
): QuestionList[] {
  const policies: Policy[] = asked.map(({ policy }) => policy);
  const { index, list } = createListCandidates(policies, learnt);
  return asked.flatMap(({ name, questions }, place) => {
    const start = index.policyStarts[place] ?? 0;
    return questions.map(({ text, register, answers }) => {
      const { question, listed } = list(text);
      return {
        policy: name,
        register,
        answerable: answers.length > 0,
        inputs: clauseFeatures(question, listed),
        right: listed.map(({ number }) => answers.includes(number - start)),
      };
    });
  });
}
