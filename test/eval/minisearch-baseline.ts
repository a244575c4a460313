import MiniSearch from 'minisearch';
import type { Policy } from '../../src/domain/policies/policy.ts';
import { toLines, type Search } from './baseline.ts';

/** A plain full-text search over the same clauses and the same fields: what the engine is measured against. It never refuses. */
export function createMiniSearch(policies: readonly Policy[]): Search {
  const clauses = policies.flatMap((policy) => policy.clauses.map((clause) => ({ policy, clause })));
  const search = new MiniSearch({ fields: ['text', 'leadIn', 'column', 'headings', 'title'] });
  search.addAll(
    clauses.map(({ policy, clause }, id) => ({
      id,
      text: clause.text,
      leadIn: clause.leadIn ?? '',
      column: clause.column ?? '',
      headings: clause.headingPath.join(' '),
      title: policy.cover.title,
    })),
  );
  return (question) =>
    toLines(
      search.search(question).map(({ id, score }) => ({ id: Number(id), score })),
      clauses,
    );
}
