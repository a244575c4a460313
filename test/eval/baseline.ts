import type { Clause } from '../../src/domain/policies/clause.ts';
import type { Policy } from '../../src/domain/policies/policy.ts';
import type { AnswerLine } from '../../src/tools/ask/answer-line.ts';

/** A search that the engine is measured against. */
export type Search = (question: string) => AnswerLine;

/** The best five of what was found, as the batch prints answers. `found` is best first. */
export function toLines(
  found: readonly { readonly id: number; readonly score: number }[],
  clauses: readonly { readonly policy: Policy; readonly clause: Clause }[],
): AnswerLine {
  const lines = found.slice(0, 5).flatMap(({ id, score }) => {
    const hit = clauses[id];
    if (!hit) return [];
    const { policy, clause } = hit;
    const heading = clause.headingPath.join(' › ');
    return [{ policy: policy.cover.id, ref: clause.ref ?? null, heading, quote: clause.text, score }];
  });
  return { outcome: lines.length > 0 ? 'quoted' : 'unsure', clauses: lines };
}
