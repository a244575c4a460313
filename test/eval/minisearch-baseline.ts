import MiniSearch from 'minisearch';
import type { Policy } from '../../src/domain/policies/policy.ts';
import type { AnswerLine } from '../../src/tools/ask/answer-line.ts';

/** A plain full-text search over the same clauses and the same fields: what the engine is measured against. It never refuses. */
export function createBaseline(policies: readonly Policy[]): (question: string) => AnswerLine {
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
  return (question) => {
    const found = search.search(question).slice(0, 5);
    return {
      outcome: found.length > 0 ? 'quoted' : 'unsure',
      clauses: found.flatMap(({ id, score }) => {
        const hit = clauses[Number(id)];
        if (!hit) return [];
        const { policy, clause } = hit;
        return [
          {
            policy: policy.cover.id,
            ref: clause.ref ?? null,
            heading: clause.headingPath.join(' › '),
            quote: clause.text,
            score,
          },
        ];
      }),
    };
  };
}
