import { findClause, type SchoolLibrary } from './library.ts';

/**
 * How a clause is named in a sentence: the policy with the number as printed ("Staff Code of Conduct 49"), else with the
 * heading that it stands under. Undefined when the library has no such clause.
 */
export function citeClause(library: SchoolLibrary, key: string): string | undefined {
  const found = findClause(library, key);
  if (!found) return undefined;
  const { policy, clause } = found;
  const heading = clause.headingPath.at(-1);
  if (clause.ref) return `${policy.cover.title} ${clause.ref.replace(/\.$/, '')}`;
  return heading ? `${policy.cover.title}, “${heading}”` : policy.cover.title;
}
