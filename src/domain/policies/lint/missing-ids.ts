import type { LintRule } from './lint-document.ts';

/** Clauses whose id is not written in the file: it would change with the next change of the words. */
export const missingIds: LintRule = ({ documents }) =>
  documents
    .filter(({ source, unstamped }) => !source && unstamped.length > 0)
    .map(({ file, unstamped }) => ({
      rule: 'missing-ids',
      severity: 'advice',
      file,
      line: unstamped[0] ?? 1,
      message: `${unstamped.length} ${unstamped.length === 1 ? 'clause has' : 'clauses have'} no id written behind`,
      why: 'Routes, links and sign-offs that point at such a clause lose it when its words change.',
      todo: 'Run npx staffroom lint --stamp on the folder; it writes the ids and changes nothing else.',
    }));
