import type { RankedClause } from './answer.ts';
import { findClause, quotablePolicies, type SchoolLibrary } from '../policies/library.ts';

/** The clauses that a card's button names: the one to open, and the others that the answer offered beside it. */
export type OpenedClause =
  | { readonly kind: 'opened'; readonly opened: RankedClause; readonly others: readonly RankedClause[] }
  | { readonly kind: 'gone' };

/**
 * Finds the clauses behind the keys of a card in `library`. `gone` when the key is of no clause there that may be quoted
 * on `today`: the policy was changed or withdrawn, or the key is another school's. Others that are gone are left out.
 */
export function openClause(
  library: SchoolLibrary,
  link: { clause: string; others: readonly string[] },
  today: string,
): OpenedClause {
  const quotable = { ...library, policies: quotablePolicies(library, today) };
  const find = (key: string): RankedClause[] => {
    const found = findClause(quotable, key);
    // How well it fitted the question is no longer known, and no card shows it.
    return found ? [{ ...found, score: 0 }] : [];
  };
  const [opened] = find(link.clause);
  if (!opened) return { kind: 'gone' };
  return { kind: 'opened', opened, others: link.others.filter((key) => key !== link.clause).flatMap(find) };
}
