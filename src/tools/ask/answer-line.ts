import type { Answer, RankedClause } from '../../domain/answering/answer.ts';
import { leadInOf } from '../../domain/policies/lead-in-of.ts';
import { itemsLedBy } from '../../domain/policies/led-items.ts';

/**
 * One answer as a line of the batch prints it. `quote` is the clause's own words and nothing else; `items` are the clauses that it
 * leads in, in the policy's order, absent where it leads in none.
 */
export interface AnswerLine {
  readonly outcome: Answer['kind'];
  readonly clauses: readonly {
    readonly policy: string;
    readonly ref: string | null;
    readonly heading: string;
    readonly leadIn?: string;
    readonly column?: string;
    readonly quote: string;
    readonly score: number;
    readonly items?: readonly { readonly ref: string | null; readonly leadIn?: string; readonly quote: string }[];
  }[];
}

/** The answer as plain data, best clause first; scores to three places. */
export function toAnswerLine(answer: Answer): AnswerLine {
  const ranked = answer.kind === 'quoted' ? [answer.best, ...answer.others] : answer.nearest;
  return { outcome: answer.kind, clauses: ranked.map(toLine) };
}

function toLine({ policy, clause, score }: RankedClause): AnswerLine['clauses'][number] {
  const items = itemsLedBy(policy, clause).map((item) => item.clause);
  const leadIn = leadInOf(policy, clause);
  return {
    policy: policy.cover.id,
    ref: clause.ref ?? null,
    heading: clause.headingPath.join(' › '),
    ...(leadIn !== undefined && { leadIn }),
    ...(clause.column !== undefined && { column: clause.column }),
    quote: clause.text,
    score: Math.round(score * 1000) / 1000,
    ...(items.length > 0 && {
      items: items.map(({ ref = null, leadIn: own, text }) => ({
        ref,
        ...(own !== undefined && { leadIn: own }),
        quote: text,
      })),
    }),
  };
}
