import type { RankedClause } from './answer.ts';

/**
 * How a quoted clause stands to the question, for the face of its card.
 * - `sure`: it stands alone
 * - `close`: the second fits about as well; both are shown
 * - `doubtful`: it may not answer
 * - `doubtful-close`: neither may
 */
export const certainties = ['sure', 'close', 'doubtful', 'doubtful-close'] as const;
export type Certainty = (typeof certainties)[number];

/**
 * Below this score many first quotes are wrong: of the held-back policies .49 answer, of the sample school .45; above it .82 and .82.
 * Counted once, on 30 November 2026; how right each tenth of the scores is `npm run eval` prints.
 */
const doubtfulBelow = 0.6;

/** From this share of the first one's score on the second is right half as often as the first: 23 times of 104 against 51 (once, 30 November 2026). */
const closeFrom = 0.78;

/** Says how sure the first of some ranked clauses is, by its score and the next one's. */
export function certaintyOf(best: RankedClause, [second]: readonly RankedClause[]): Certainty {
  const isClose = second !== undefined && second.score >= best.score * closeFrom;
  if (best.score < doubtfulBelow) return isClose ? 'doubtful-close' : 'doubtful';
  return isClose ? 'close' : 'sure';
}

/** Whether the clause may not answer the question. */
export function isDoubtful(certainty: Certainty): boolean {
  return certainty === 'doubtful' || certainty === 'doubtful-close';
}

/** Whether the second clause is shown beside the first. */
export function isClose(certainty: Certainty): boolean {
  return certainty === 'close' || certainty === 'doubtful-close';
}
