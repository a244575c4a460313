import lunr from 'lunr';
import type { Policy } from '../../src/domain/policies/policy.ts';
import { toLines, type Search } from './baseline.ts';

/** lunr with its English stemmer over the same clauses and fields. It never refuses. */
export function createLunr(policies: readonly Policy[]): Search {
  const clauses = policies.flatMap((policy) => policy.clauses.map((clause) => ({ policy, clause })));
  const index = lunr((builder) => {
    builder.ref('id');
    for (const field of ['text', 'leadIn', 'column', 'headings', 'title']) builder.field(field);
    clauses.forEach(({ policy, clause }, id) => {
      builder.add({
        id,
        text: clause.text,
        leadIn: clause.leadIn ?? '',
        column: clause.column ?? '',
        headings: clause.headingPath.join(' '),
        title: policy.cover.title,
      });
    });
  });
  return (question) => {
    // Signs that lunr's own query language would take for itself say nothing in a question.
    const words = question.replace(/[^\p{L}\d]+/gu, ' ').trim();
    return toLines(
      index.search(words).map(({ ref, score }) => ({ id: Number(ref), score })),
      clauses,
    );
  };
}
