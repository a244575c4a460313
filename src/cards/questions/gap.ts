import { z } from 'zod/v4';
import { ClauseLink } from '../clause-link.ts';
import { defineCard } from '../define-card.ts';

const GapView = z.strictObject({
  hasProblem: z.boolean(),
  problem: z.string(),
  link: ClauseLink,
  submission: z.string(),
});
export type GapView = z.infer<typeof GapView>;

/** The form that tells the school what its policies do not answer. */
export const gapCard = defineCard('questions/gap', GapView);

/** `link` leads back; `problem` says why the words that came were not taken. */
export function toGapView(input: { link: ClauseLink; submission: string; problem?: string }): GapView {
  const { link, submission, problem } = input;
  return { hasProblem: problem !== undefined, problem: problem ?? '', link, submission };
}
