import type { Clause } from '../../policies/clause.ts';
import { clauseKey, type SchoolLibrary } from '../../policies/library.ts';
import type { Policy } from '../../policies/policy.ts';
import { wordsOf } from '../words.ts';
import { beginningOf, clauseSays, type Phrasing } from './phrasing.ts';

/**
 * - `in-use`: the clause says what it said when the phrasing was attached
 * - `changed`: it, or its lead-in, has other words or more of them now, so the phrasing rests
 * - `gone`: there is no such clause
 */
export type PhrasingClause =
  { readonly kind: 'in-use' | 'changed'; readonly policy: Policy; readonly clause: Clause } | { readonly kind: 'gone' };

/** Finds the clause of a phrasing among `policies` and says whether it still says the same; capitals and marks do not count. */
export function clauseOfPhrasing(policies: readonly Policy[], { clause: key, says }: Phrasing): PhrasingClause {
  for (const policy of policies) {
    const clause = policy.clauses.find((one) => clauseKey(policy, one) === key);
    if (clause) return { kind: saysStill(clause, says) ? 'in-use' : 'changed', policy, clause };
  }
  return { kind: 'gone' };
}

/** The phrasings of a policy that rest, in the order of their file. */
export function restingPhrasings(
  { policies, phrasings = [] }: Pick<SchoolLibrary, 'policies' | 'phrasings'>,
  policyId: string,
): Phrasing[] {
  return phrasings.filter(
    (one) => one.clause.startsWith(`${policyId}#`) && clauseOfPhrasing(policies, one).kind !== 'in-use',
  );
}

function saysStill(clause: Clause, says: string): boolean {
  const now = wordsOf(clauseSays(clause));
  const beginning = beginningOf(says);
  const then = wordsOf(beginning ?? says);
  return (beginning !== undefined || then.length === now.length) && then.every((word, at) => word === now[at]);
}
