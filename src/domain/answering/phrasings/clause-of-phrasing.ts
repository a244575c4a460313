import type { Clause } from '../../policies/clause.ts';
import { clauseKey } from '../../policies/library.ts';
import type { Policy } from '../../policies/policy.ts';
import { wordsOf } from '../words.ts';
import type { Phrasing } from './phrasing.ts';

/**
 * - `in-use`: the clause says what it said when the phrasing was attached
 * - `changed`: it has other words now, so the phrasing rests
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

function saysStill({ text }: Clause, says: string): boolean {
  const now = wordsOf(text);
  return wordsOf(says).every((word, at) => word === now[at]);
}
