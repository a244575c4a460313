import { featureNames } from '../../src/domain/answering/model/clause-features.ts';
import { runNetwork } from '../../src/domain/answering/model/finding-model.ts';
import { readCorpus } from '../corpus/read-corpus.ts';
import { createRandom } from '../support/random.ts';
import { questionLists, type QuestionList } from './build-lists.ts';
import { learnFrom, listsFor } from './learn-part.ts';
import { readLessons } from './read-lessons.ts';
import { shuffle } from './shuffle.ts';
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

/**
 * `npm run ablation`: how the held-back questions are answered by an encoder and precedents of half of the policies, and a
 * ranker and a judge of the other half: by share of the data, then with each ingredient left out. By the networks alone:
 * without what the search adds by rules.
 */
const lessons = await readLessons();
shuffle(lessons, createRandom(seed));
const held = await readLessons(readCorpus('held-back'));

const rows: Record<string, object> = {};
for (const share of [0.25, 0.5, 1]) {
  const those = lessons.slice(0, Math.round(lessons.length * share));
  const half = Math.ceil(those.length / 2);
  const learnt = await learnFrom(those.slice(0, half), seed);
  const lists = listsFor(those.slice(half), learnt);
  const asked = held.flatMap((lesson) => questionLists([lesson], learnt));
  rows[`${share * 100} % of the policies`] = measure(lists, asked);
  if (share < 1) continue;
  for (const [name, names] of Object.entries(ingredients)) {
    rows[`without ${name}`] = measure(without(names, lists), without(names, asked));
    console.log(name);
  }
}
console.table(rows);

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
