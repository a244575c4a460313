import type { Clause } from '../../../src/domain/policies/clause.ts';
import type { Policy } from '../../../src/domain/policies/policy.ts';

/** A policy in force with these clauses; whatever a clause leaves out is the plainest value. */
export function policyWith(
  clauses: readonly (Partial<Clause> & { text: string })[],
  id = 'bicycles',
  title = 'Bicycles',
): Policy {
  return {
    cover: { id, title, status: 'in-force', owner: 'head', version: '1.0', audience: ['staff'], signoff: 'none' },
    schoolId: 'hill',
    clauses: clauses.map((clause, at) => ({
      id: `c${at + 1}`,
      kind: 'rule',
      headingPath: [],
      line: at + 1,
      ...clause,
    })),
    contentHash: '0',
    file: `${id}.md`,
    markdown: '',
  };
}
