import type { Policy } from '../policies/policy.ts';
import type { AnswerFinder, RankedClause } from './answer.ts';
import { explainRanking } from './explain.ts';
import { type Judgement, judge } from './judge.ts';
import { createListCandidates } from './list-candidates.ts';
import type { FindingModel } from './model/finding-model.ts';
import { type Candidate, rankClauses } from './rank-clauses.ts';
import type { ReadQuestion } from './read-question.ts';

/** How many clauses an answer holds, the best one included. */
const MAX_CLAUSES = 5;

/**
 * Builds a finder over `policies` (those that may be quoted today; the caller chooses). Works on the machine alone, with
 * the `model` that comes with the bot, and gives the same answer to the same question each time. An empty list is allowed:
 * every question is then unsure with nothing near.
 */
export function createAnswerFinder(policies: readonly Policy[], model: FindingModel): AnswerFinder {
  const { index, list } = createListCandidates(policies, model.encoder);

  const rank = (
    text: string,
    most = MAX_CLAUSES,
  ): { question: ReadQuestion; ranked: Candidate[]; judgement: Judgement; scores: number[] } => {
    const { question, listed } = list(text);
    const all = rankClauses(question, listed, model);
    const judgement = judge(question, all, index.unseenIdf, model);
    const ranked = all.slice(0, most);
    const top = ranked[0]?.weight ?? 0;
    return {
      question,
      ranked,
      judgement,
      scores: ranked.map(({ weight }) => judgement.confidence * Math.exp((weight - top) / 2)),
    };
  };

  const toRanked = ({ ranked, scores }: ReturnType<typeof rank>) =>
    ranked.map(({ indexed: { policy, clause } }, at): RankedClause => ({ policy, clause, score: scores[at] ?? 0 }));

  return {
    answer(text) {
      const found = rank(text);
      const { judgement } = found;
      const [best, ...others] = toRanked(found);
      if (best && judgement.sure) return { kind: 'quoted', best, others };
      return { kind: 'unsure', nearest: best ? [best, ...others] : [] };
    },
    search: (words, most) => toRanked(rank(words, most)),
    explain(text) {
      const { question, ranked, judgement, scores } = rank(text);
      return explainRanking(question, ranked, scores, judgement);
    },
  };
}
