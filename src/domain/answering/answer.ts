import type { Clause } from '../policies/clause.ts';
import type { Policy } from '../policies/policy.ts';

/** A clause that the ranking put forward. `score` is in 0…1 and comparable between questions. */
export interface RankedClause {
  readonly policy: Policy;
  readonly clause: Clause;
  readonly score: number;
}

/**
 * What the policies say to a question.
 * - `quoted`: the best clause and up to four others, best first; `taught`: an owner attached the question's very words to the best
 * - `unsure`: the policies do not clearly say; `nearest` (up to five) may still help
 */
export type Answer =
  | {
      readonly kind: 'quoted';
      readonly best: RankedClause;
      readonly others: readonly RankedClause[];
      readonly taught?: boolean;
    }
  | { readonly kind: 'unsure'; readonly nearest: readonly RankedClause[] };

/** Why a clause stands where it stands, in words that a head teacher can follow (`staffroom ask --explain`). */
export interface Explanation {
  readonly question: { readonly words: readonly string[]; readonly kind: string; readonly concepts: readonly string[] };
  readonly ranked: readonly { readonly key: string; readonly score: number; readonly reasons: readonly string[] }[];
  readonly verdict: string;
}

/**
 * A search over the clauses of one set of policies, built once per load of the library.
 * The same question asked of the same policies always gives the same answer.
 */
export interface AnswerFinder {
  answer(question: string): Answer;
  /** The nearest clauses, `most` at most, best first, whether they answer or not. */
  search(words: string, most: number): readonly RankedClause[];
  explain(question: string): Explanation;
}
