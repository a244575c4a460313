import type { Clause } from './clause.ts';
import { depthUnder, headingOf, numberOf } from './led-items.ts';
import type { Policy } from './policy.ts';

/**
 * All that gives `clause` of `policy` its meaning, verbatim: its lead-in, before it those of the lists around its own ("Staff
 * must not: share pictures of pupils:"), and before these a heading that leads in itself ("2.1 Staff must not:"). What is
 * numbered below a line that ends in a colon ("8.4 … only:", 8.4.1) has that line. Undefined where nothing leads in. A table's
 * cell has its row and its column.
 */
export function leadInOf(policy: Policy, clause: Clause): string | undefined {
  if (clause.kind === 'cell') return clause.leadIn;
  const above = policy.clauses.slice(
    0,
    policy.clauses.findIndex(({ id }) => id === clause.id),
  );
  const parts: string[] = [];
  let inner: Clause | undefined = clause;
  while (inner) {
    const leader = leaderOf(inner, above);
    const words: string | undefined = inner.leadIn ?? leader?.text;
    if (words !== undefined) parts.unshift(words);
    above.length = leader ? above.indexOf(leader) : 0;
    inner = leader;
  }
  const heading = clause.headingPath.at(-1);
  if (heading?.endsWith(':')) parts.unshift(heading);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/** The last clause of `above`, under the same heading, that leads in `clause`. */
function leaderOf(clause: Clause, above: readonly Clause[]): Clause | undefined {
  const { leadIn } = clause;
  const heading = headingOf(clause);
  return above.findLast((other) => {
    if (headingOf(other) !== heading) return false;
    if (leadIn !== undefined) return other.kind === 'lead-in' && other.text === leadIn;
    return (
      other.kind === 'rule' && other.text.endsWith(':') && depthUnder(numberOf(other), numberOf(clause)) !== undefined
    );
  });
}
