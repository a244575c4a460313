import type { AnswerFinder, RankedClause } from '../answering/answer.ts';
import { openClause } from '../answering/open-clause.ts';
import { answersFor } from '../answering/phrasings/attach-phrasing.ts';
import { searchClauses } from '../answering/search-clauses.ts';
import type { Person } from '../people/school.ts';
import { clauseKey, type SchoolLibrary } from '../policies/library.ts';

/** So many are read in full before one is chosen. */
const mostClauses = 3;
/** So far down the list it is worth looking for a clause of the chooser's own policies. */
const lookedThrough = 40;

/**
 * The clauses among which `by` chooses the one that answers a question, all of policies that they answer for on `today`: what
 * `search` finds, in words or by its number; without it the nearest, and the one below which the question was asked, even if
 * others are nearer.
 */
export function clausesToChoose(
  { text, clause, search }: { text: string; clause: string | undefined; search: string },
  {
    library,
    finder,
    today,
    by,
  }: { library: SchoolLibrary; finder: AnswerFinder; today: string; by: Person | undefined },
): RankedClause[] {
  const isTheirs = ({ policy }: RankedClause) => answersFor(policy, { library, today, by });
  const theirs = (found: readonly RankedClause[]) => found.filter(isTheirs).slice(0, mostClauses);
  if (search.trim() !== '') {
    const own = library.policies.filter((policy) => answersFor(policy, { library, today, by }));
    const found = searchClauses(search, {
      library: { ...library, policies: own },
      finder,
      today,
      most: lookedThrough,
    });
    return found.kind === 'clauses' ? theirs(found.clauses) : [];
  }
  const nearest = theirs(finder.search(text, lookedThrough));
  const opened = clause === undefined ? undefined : openClause(library, { clause, others: [] }, today);
  if (opened?.kind !== 'opened' || !isTheirs(opened.opened)) return nearest;
  const isThere = nearest.some((one) => clauseKey(one.policy, one.clause) === clause);
  return isThere ? nearest : [...nearest, opened.opened];
}
