import type { Policy } from '../policies/policy.ts';
import type { AnswerFinder, RankedClause } from './answer.ts';
import { explainRanking } from './explain.ts';
import { type Judgement, judge, QUOTE_FROM } from './judge.ts';
import { createListCandidates } from './list-candidates.ts';
import type { FindingModel } from './model/finding-model.ts';
import { type Candidate, rankClauses } from './rank-clauses.ts';
import { createLift, type Lifted } from './phrasings/create-lift.ts';
import { explainLift, liftInto } from './phrasings/lift-into.ts';
import type { Phrasing } from './phrasings/phrasing.ts';
import type { ReadQuestion } from './read-question.ts';

/** How many clauses an answer holds, the best one included. */
const MAX_CLAUSES = 5;

/**
 * Builds a finder over `policies` (those that may be quoted today; the caller chooses). Works on the machine alone, with
 * the `model` that comes with the bot, and gives the same answer to the same question each time. An empty list is allowed:
 * every question is then unsure with nothing near. What is asked like one of `phrasings` lifts the clause of that.
 */
export function createAnswerFinder(
  policies: readonly Policy[],
  model: FindingModel,
  phrasings: readonly Phrasing[] = [],
): AnswerFinder {
  const { index, list, read } = createListCandidates(policies, model);
  const lift = createLift(policies, phrasings, model.encoder, (text) => read(text).question);

  const rank = (
    text: string,
    most = MAX_CLAUSES,
  ): {
    question: ReadQuestion;
    ranked: Candidate[];
    judgement: Judgement;
    scores: number[];
    lifted: Lifted | undefined;
  } => {
    const { question, tokens, listed } = list(text);
    const all = rankClauses(question, listed, model);
    const judgement = judge(question, all, index.unseenIdf, model);
    const ranked = all.slice(0, most);
    const top = ranked[0]?.weight ?? 0;
    return {
      question,
      ranked,
      judgement,
      scores: ranked.map(({ weight }) => judgement.confidence * Math.exp((weight - top) / 2)),
      lifted: lift(question, tokens),
    };
  };

  const toRanked = ({ ranked, scores, lifted }: ReturnType<typeof rank>, most = MAX_CLAUSES): RankedClause[] => {
    const all = ranked.map(({ indexed: { policy, clause } }, at) => ({ policy, clause, score: scores[at] ?? 0 }));
    return lifted ? liftInto(all, lifted).slice(0, most) : all;
  };

  return {
    answer(text) {
      const found = rank(text);
      const [best, ...others] = toRanked(found);
      const taught = found.lifted?.likeness === 1;
      if (best && best.score >= QUOTE_FROM) return { kind: 'quoted', best, others, ...(taught && { taught }) };
      return { kind: 'unsure', nearest: best ? [best, ...others] : [] };
    },
    search: (words, most) => toRanked(rank(words, most), most),
    explain(text) {
      const found = rank(text);
      const { question, ranked, judgement, scores, lifted } = found;
      const explained = explainRanking(question, ranked, scores, judgement);
      return lifted ? explainLift(explained, toRanked(found), lifted) : explained;
    },
  };
}
