import type { ClauseIndex, IndexedClause } from './build-index.ts';
import { createFits, type Fit } from './clause-fit.ts';
import type { ReadQuestion } from './read-question.ts';
import { createScoreClauses } from './score-clauses.ts';
import { topNumbers } from './top-numbers.ts';
import { weights } from './weights.ts';

/** A clause on the short list, with everything that the judgement and the explanation need. */
export interface Candidate {
  readonly number: number;
  readonly indexed: IndexedClause;
  /** The ranking's own scale: comparable between the clauses of one question only. */
  readonly rank: number;
  readonly fits: readonly Fit[];
}

/** Makes the ranking of `index`: gives the best `count` clauses, best first; equal ones stand in the policies' order. */
export function createRankClauses(index: ClauseIndex): (question: ReadQuestion, count: number) => Candidate[] {
  const scoreClauses = createScoreClauses(index);
  return (question, count) => {
    const scores = scoreClauses(question);
    preferFittingPolicies(scores, index);
    const fitsOf = createFits(question);
    return topNumbers(scores, weights.shortlist)
      .flatMap((number) => {
        const indexed = index.clauses[number];
        if (!indexed) return [];
        const fits = fitsOf(indexed);
        const rank = fits.reduce((product, { factor }) => product * factor, scores[number] ?? 0);
        return [{ number, indexed, rank, fits }];
      })
      .sort((one, other) => other.rank - one.rank || one.number - other.number)
      .slice(0, count);
  };
}

/** A policy with several fitting clauses is more likely the right one: its clauses gain by the mean of its best three. */
function preferFittingPolicies(scores: Float64Array, index: ClauseIndex): void {
  if (index.policyStarts.length < 2) return;
  const shares = index.policyStarts.map((start, policy) =>
    scores.subarray(start, index.policyStarts[policy + 1] ?? scores.length),
  );
  const means = shares.map((those) => topNumbers(those, 3).reduce((sum, number) => sum + (those[number] ?? 0), 0) / 3);
  const most = Math.max(...means);
  if (most <= 0) return;
  shares.forEach((those, policy) => {
    const gain = 1 + (weights.policy * (means[policy] ?? 0)) / most;
    for (let at = 0; at < those.length; at += 1) those[at] = (those[at] ?? 0) * gain;
  });
}
