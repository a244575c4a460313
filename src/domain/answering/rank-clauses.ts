import type { ClauseIndex, IndexedClause } from './build-index.ts';
import { type Fit, fitsOf } from './clause-fit.ts';
import type { ReadQuestion } from './read-question.ts';
import { scoreClauses } from './score-clauses.ts';
import { weights } from './weights.ts';

/** A clause on the short list, with everything that the judgement and the explanation need. */
export interface Candidate {
  readonly number: number;
  readonly indexed: IndexedClause;
  /** The ranking's own scale: comparable between the clauses of one question only. */
  readonly rank: number;
  /** The share of the question's meaning that the clause speaks of, 0…1. */
  readonly coverage: number;
  readonly fits: readonly Fit[];
}

/** The short list, best first; equal clauses stand in the policies' order. */
export function rankClauses(question: ReadQuestion, index: ClauseIndex): Candidate[] {
  const { scores, covered } = scoreClauses(question, index);
  const whole = question.units.reduce((sum, { mass }) => sum + mass, 0);
  const bonus = policyBonus(scores, index);
  const total = (number: number): number =>
    (scores[number] ?? 0) + (bonus[index.clauses[number]?.policyNumber ?? 0] ?? 0);
  const matched: number[] = [];
  scores.forEach((score, number) => void (score > 0 && matched.push(number)));
  return matched
    .sort((one, other) => total(other) - total(one) || one - other)
    .slice(0, weights.shortlist)
    .flatMap((number) => {
      const indexed = index.clauses[number];
      if (!indexed) return [];
      const fits = fitsOf(question, indexed);
      const coverage = whole > 0 ? (covered[number] ?? 0) / whole : 0;
      const rank =
        fits.reduce((product, { factor }) => product * factor, total(number)) * (1 + weights.fit.coverage * coverage);
      return [{ number, indexed, rank, coverage, fits }];
    })
    .sort((one, other) => other.rank - one.rank || one.number - other.number);
}

/** A policy with several fitting clauses is more likely the right one: the mean of its best three helps each of its clauses. */
function policyBonus(scores: Float64Array, index: ClauseIndex): Float64Array {
  const bonus = new Float64Array(index.policyCount);
  if (index.policyCount < 2) return bonus;
  const best = Array.from({ length: index.policyCount }, () => [0, 0, 0]);
  scores.forEach((score, number) => {
    const top = best[index.clauses[number]?.policyNumber ?? 0];
    if (!top || score <= (top[2] ?? 0)) return;
    top[2] = score;
    top.sort((one, other) => other - one);
  });
  best.forEach(
    (top, policy) => void (bonus[policy] = (weights.policy * top.reduce((sum, score) => sum + score, 0)) / 3),
  );
  return bonus;
}
