import { clauseKey } from '../../policies/library.ts';
import type { Explanation, RankedClause } from '../answer.ts';
import { QUOTE_FROM } from '../judge.ts';
import { alikeFrom, type Lifted } from './create-lift.ts';

/** What the likeness is worth as a score: from what is just quoted, and marked as doubtful, up to this. */
const highest = 0.84;

/**
 * Puts a lifted clause before the `ranked` (best first). What stood first before is not surer than it then, and so is shown
 * beside it. It is never so sure that it would be put in front of somebody who has an emergency to see to (answer-question.ts).
 */
export function liftInto(ranked: readonly RankedClause[], lifted: Lifted): RankedClause[] {
  const { policy, clause, likeness } = lifted;
  const own = QUOTE_FROM + ((highest - QUOTE_FROM) * (likeness - alikeFrom)) / (1 - alikeFrom);
  const known = ranked.find((one) => one.clause === clause);
  const score = Math.max(own, known?.score ?? 0);
  const others = ranked.filter((one) => one !== known);
  return [{ policy, clause, score }, ...others.map((one) => ({ ...one, score: Math.min(one.score, score) }))];
}

/** Adds to an explanation what the lift did: `ranked` is the order that it made. */
export function explainLift(before: Explanation, ranked: readonly RankedClause[], lifted: Lifted): Explanation {
  const liftedKey = clauseKey(lifted.policy, lifted.clause);
  const like = `${Math.round(lifted.likeness * 100)} % like “${lifted.phrasing.words}”, which this clause answers`;
  const reason = `up: the question is ${like}, as the policy’s owner said (phrasings.yaml, line ${lifted.phrasing.line})`;
  const [first] = ranked;
  const isFirst = first?.clause === lifted.clause;
  return {
    ...before,
    ranked: ranked.map(({ policy, clause, score }) => {
      const key = clauseKey(policy, clause);
      const reasons = before.ranked.find((one) => one.key === key)?.reasons ?? [];
      return { key, score, reasons: key === liftedKey ? [reason, ...reasons] : reasons };
    }),
    verdict: isFirst ? `Quoted, ${Math.round(first.score * 100)} % sure: it is ${like}.` : before.verdict,
  };
}
