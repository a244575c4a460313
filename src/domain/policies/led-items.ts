import type { Clause } from './clause.ts';
import { clauseKey } from './library.ts';
import type { Policy } from './policy.ts';

/** A clause that another leads in. `depth`: how many lists it stands inside, 0 for the list's own items. */
export interface LedItem {
  readonly clause: Clause;
  readonly depth: number;
}

/**
 * The clauses that `clause` leads in, with the lists inside them, in the policy's order: all that have its words as their
 * lead-in, and below a numbered line that ends in a colon those that are numbered under it ("8.4 … only:", 8.4.1, 8.4.2). None
 * where it leads nothing in. A table's cells are no items: their column gives them their meaning.
 */
export function itemsLedBy(policy: Policy, clause: Clause): LedItem[] {
  if (clause.kind !== 'lead-in' && !(clause.kind === 'rule' && clause.text.endsWith(':'))) return [];
  const under = numberOf(clause);
  const heading = headingOf(clause);
  /** What each open lead-in says, and how deep its items stand. */
  const leads = new Map([[clause.text, 0]]);
  const items: LedItem[] = [];
  for (const next of policy.clauses.slice(policy.clauses.findIndex(({ id }) => id === clause.id) + 1)) {
    if (headingOf(next) !== heading) break;
    if (next.kind === 'cell') continue;
    const depth = leads.get(next.leadIn ?? '') ?? depthUnder(under, clause.kind === 'rule' ? numberOf(next) : '');
    if (next.kind === 'lead-in') {
      // The same words may lead in a list of their own further down.
      if (depth === undefined) leads.delete(next.text);
      else leads.set(next.text, depth + 1);
    }
    if (depth !== undefined) items.push({ clause: next, depth });
  }
  return items;
}

/**
 * `quoted`, best first, without those that stand in the list of one before them. `listOf`: what is shown of the list that a
 * clause leads in; the second argument is how many of `quoted` stand before it.
 */
export function withoutListed<Quoted extends { readonly policy: Policy; readonly clause: Clause }>(
  quoted: readonly Quoted[],
  listOf: (each: Quoted, at: number) => readonly Clause[],
): Quoted[] {
  const listed = new Set<string>();
  return quoted.filter((each, at) => {
    if (listed.has(clauseKey(each.policy, each.clause))) return false;
    for (const clause of listOf(each, at)) listed.add(clauseKey(each.policy, clause));
    return true;
  });
}

/** Of "8.4.1" under "8.4" it is 0, of "8.4.1.2" it is 1; undefined where the number is not under it. */
export function depthUnder(number: string, of: string): number | undefined {
  if (number === '' || !of.startsWith(`${number}.`)) return undefined;
  return of.slice(number.length + 1).split('.').length - 1;
}

/** A clause's number without the full stop behind it; empty without one. */
export const numberOf = ({ ref = '' }: Clause) => ref.replace(/\.$/, '');
/** The same for clauses under the same heading. */
export const headingOf = ({ headingPath }: Clause) => headingPath.join('\u0000');
