import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { featureNames } from '../../src/domain/answering/model/clause-features.ts';
import { runNetwork } from '../../src/domain/answering/model/finding-model.ts';
import { readCorpus } from '../corpus/read-corpus.ts';
import { createRandom } from '../support/random.ts';
import { questionLists, type QuestionList } from './build-lists.ts';
import { learnFrom, listsFor } from './learn-part.ts';
import { readLessons } from './read-lessons.ts';
import { shuffle } from './shuffle.ts';
import { createThreads } from './threads.ts';
import { judgeAll, trainJudgeOn, trainRankerOn } from './train-on-lists.ts';

/** The signals, by what they come from; each group is left out in turn. */
const ingredients: Readonly<Record<string, RegExp>> = {
  'BM25F and lexicon': /^(score|rank|coverage|leftOut)/,
  'fits (kind of question by kind of clause, who does what to whom)': /^(fit:|rank)/,
  'encoder: words met': /^(match|own|exact|missed|reverse|stretch)/,
  'encoder: as wholes': /^topic/,
  'encoder: both together': /^sum/,
  'beside the other clauses': /^(telling|outdone|alone)/,
  precedents: /^(precedent|likeness)/,
  'silence (judge)': /Silence$/,
  'the asked aspect (judge)': /^lacks/,
  'kind of question': /^(question:|happened|words$|unknown)/,
  'policy and neighbours': /^(policy|aboveNeighbour)/,
  'kind and length of clause': /^(clause:|length|brief|long|tooLong|leadIn)/,
};
const seed = 7;
/** As many of the answerable questions are refused as the floor allows. */
const wronglyRefused = 0.1;

/** What is done in a thread of its own. */
type Job =
  /** What a share of the policies teaches, and how it lists the held-back questions. */
  | { readonly kind: 'lists'; readonly share: number }
  /** Without the signals of these names. */
  | ({ readonly kind: 'row'; readonly names?: RegExp } & Lists);

interface Lists {
  /** What ranker and judge learn from. */
  readonly taught: readonly QuestionList[];
  readonly asked: readonly QuestionList[];
}

if (isMainThread) await ablate();
else parentPort?.postMessage(await work(workerData as Job));

/**
 * `npm run ablation`: how the held-back questions are answered by an encoder and precedents of half of the policies, and a
 * ranker and a judge of the other half: by share of the data, then with each ingredient left out. By the networks alone:
 * without what the search adds by rules. Prints each row as it is known.
 */
async function ablate(): Promise<void> {
  const inThread = createThreads(new URL(import.meta.url), 2);
  const rowOf = async (name: string, lists: Lists, names?: RegExp) => {
    const row = await inThread<object>({ kind: 'row', ...lists, names });
    console.log(`${name}: ${JSON.stringify(row)}`);
    return [name, row] as const;
  };
  const rows = await Promise.all(
    [1, 0.5, 0.25].map(async (share) => {
      const lists = await inThread<Lists>({ kind: 'lists', share });
      const left = share < 1 ? [] : Object.entries(ingredients);
      return Promise.all([
        rowOf(`${share * 100} % of the policies`, lists),
        ...left.map(([name, names]) => rowOf(`without ${name}`, lists, names)),
      ]);
    }),
  );
  console.table(Object.fromEntries(rows.reverse().flat()));
}

async function work(job: Job): Promise<Lists | object> {
  if (job.kind === 'lists') return listsOf(job.share);
  const { names, taught, asked } = job;
  return names ? measure(without(names, taught), without(names, asked)) : measure(taught, asked);
}

async function listsOf(share: number): Promise<Lists> {
  const lessons = await readLessons();
  shuffle(lessons, createRandom(seed));
  const held = await readLessons(readCorpus('held-back'));
  const those = lessons.slice(0, Math.round(lessons.length * share));
  const half = Math.ceil(those.length / 2);
  const learnt = await learnFrom(those.slice(0, half), seed);
  return {
    taught: listsFor(those.slice(half), learnt),
    asked: held.flatMap((lesson) => questionLists([lesson], learnt)),
  };
}

function without(names: RegExp, lists: readonly QuestionList[]): QuestionList[] {
  const left = featureNames.map((name) => !names.test(name));
  return lists.map((list) => ({
    ...list,
    inputs: list.inputs.map((input) => input.map((value, at) => (left[at] ? value : 0))),
  }));
}

/** The ranker of two halves of the lists judges the other half: the judge learns from rankings of what was not seen. */
function measure(lists: readonly QuestionList[], asked: readonly QuestionList[]): object {
  const policies = [...new Set(lists.map(({ policy }) => policy))];
  const halves = [0, 1].map((half) => lists.filter(({ policy }) => policies.indexOf(policy) % 2 === half));
  const judged = halves.flatMap((own, half) => judgeAll(own, trainRankerOn(halves[1 - half] ?? [], seed + half)));
  const ranker = trainRankerOn(lists, seed);
  const judge = trainJudgeOn(judged, seed);
  const found = judgeAll(asked, ranker).map((one) => ({ ...one, odds: runNetwork(judge, one.inputs) }));
  const answerable = found.filter((one) => one.answerable);
  const odds = answerable.map((one) => one.odds).sort((one, other) => one - other);
  const least = odds[Math.floor(wronglyRefused * odds.length)] ?? 0;
  const share = (all: typeof found, some: (one: (typeof found)[number]) => boolean): number =>
    Number((all.filter(some).length / all.length).toFixed(3));
  const silent = found.filter((one) => !one.answerable);
  return {
    first: share(answerable, (one) => one.first),
    'first three': share(answerable, (one) => one.firstThree),
    refused: share(silent, (one) => one.odds < least),
    wrong: share(found, (one) => one.odds >= least && !one.first),
  };
}
