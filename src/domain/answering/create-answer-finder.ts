import type { Policy } from '../policies/policy.ts';
import type { AnswerFinder, RankedClause } from './answer.ts';
import { buildIndex } from './build-index.ts';
import { compileLexicon } from './compile-lexicon.ts';
import { createCorrectSpelling } from './correct-spelling.ts';
import { explainRanking } from './explain.ts';
import { type Judgement, judge } from './judge.ts';
import { lexicon as concepts } from './lexicon/index.ts';
import { relations } from './lexicon/relations.ts';
import { type Candidate, createRankClauses } from './rank-clauses.ts';
import { readQuestion, type ReadQuestion } from './read-question.ts';

const lexicon = compileLexicon(concepts, relations);
/** How many clauses an answer holds, the best one included. */
const MAX_CLAUSES = 5;

/**
 * Builds a finder over `policies` (those that may be quoted today; the caller chooses). Works on the machine alone, needs
 * no model and no network, and gives the same answer to the same question each time. An empty list is allowed: every
 * question is then unsure with nothing near.
 */
export function createAnswerFinder(policies: readonly Policy[]): AnswerFinder {
  const index = buildIndex(policies, lexicon);
  const rankClauses = createRankClauses(index);
  const correct = createCorrectSpelling(withLexicon(index.vocabulary));

  const rank = (
    text: string,
    most = MAX_CLAUSES,
  ): { question: ReadQuestion; ranked: Candidate[]; judgement: Judgement; scores: number[] } => {
    const question = readQuestion(text, index, lexicon, correct);
    const ranked = rankClauses(question, most);
    const judgement = judge(question, ranked, index.unseenIdf);
    const top = ranked[0]?.rank ?? 1;
    return {
      question,
      ranked,
      judgement,
      scores: ranked.map((candidate) => (judgement.confidence * candidate.rank) / top),
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

/** Words of the lexicon may be misspelt too; those of the policies come first. */
function withLexicon(vocabulary: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const all = new Map(lexicon.singleWords.map((word) => [word, 0]));
  for (const [word, count] of vocabulary) all.set(word, count);
  return all;
}
