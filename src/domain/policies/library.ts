import type { Phrasing } from '../answering/phrasings/phrasing.ts';
import type { ListedPerson } from '../people/listed-person.ts';
import type { School } from '../people/school.ts';
import type { Clause } from './clause.ts';
import type { Policy } from './policy.ts';

/** One school with all its policies, whatever their status. An answer is given from one library and never mixes two. */
export interface SchoolLibrary {
  readonly school: School;
  readonly policies: readonly Policy[];
  /** Those who have no account; absent where the school keeps no list. */
  readonly listed?: readonly ListedPerson[] | undefined;
  /** Ways in which staff ask, as owners attached them to clauses; absent where the school has no such file. */
  readonly phrasings?: readonly Phrasing[] | undefined;
}

/** Where a policy stands on a day. Only `in-force` and `overdue` are quoted; `expired` is an ended addendum. */
export type Standing = 'in-force' | 'overdue' | 'not-yet' | 'expired' | 'proposed' | 'withdrawn';

/**
 * Where `policy` stands on `today` (YYYY-MM-DD in the school's time zone).
 * A policy past its review date is still in force until the governors withdraw it: it is quoted, marked overdue.
 */
export function standingOf(policy: Policy, today: string): Standing {
  const { status, effectiveFrom, effectiveTo, reviewDue } = policy.cover;
  if (status !== 'in-force') return status;
  if (effectiveFrom && today < effectiveFrom) return 'not-yet';
  if (effectiveTo && today > effectiveTo) return 'expired';
  return reviewDue && reviewDue < today ? 'overdue' : 'in-force';
}

/** The policies that may be quoted on `today`, in the library's order. */
export function quotablePolicies(library: SchoolLibrary, today: string): Policy[] {
  return library.policies.filter((policy) => ['in-force', 'overdue'].includes(standingOf(policy, today)));
}

/** A clause's name across the library: `<policy id>#<clause id>`. The only thing about a clause that card data carries. */
export function clauseKey(policy: Policy, clause: Clause): string {
  return `${policy.cover.id}#${clause.id}`;
}

/** Finds a clause by its key; undefined when the key is malformed, foreign or stale. */
export function findClause(library: SchoolLibrary, key: string): { policy: Policy; clause: Clause } | undefined {
  const [policyId, clauseId, ...rest] = key.split('#');
  if (rest.length > 0) return undefined;
  const policy = library.policies.find(({ cover }) => cover.id === policyId);
  const clause = policy?.clauses.find(({ id }) => id === clauseId);
  return policy && clause && { policy, clause };
}

/** All clauses that stand under the same headings as `clause`, in the order of the document. */
export function sectionOf(policy: Policy, clause: Clause): Clause[] {
  const path = clause.headingPath.join('\u0000');
  return policy.clauses.filter(({ headingPath }) => headingPath.join('\u0000') === path);
}
