import { z } from 'zod/v4';
import { openClause } from '../../domain/answering/open-clause.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { clausePrint } from '../../domain/questions/clause-print.ts';
import type { Suggestion } from '../../domain/questions/handed-question.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { instantDay } from '../instant-text.ts';
import { AboutView, toAbout } from './about.ts';
import { questionLimit } from './asked.ts';

const SuggestedView = z.strictObject({
  title: z.string(),
  /** "A colleague asked in these words, and suggested them on 20 November 2026 without a name." */
  suggested: z.string(),
  words: z.string(),
  ...AboutView,
  /** The clause may be quoted no more; else the words can be kept for it. */
  isGone: z.boolean(),
  canKeep: z.boolean(),
  hasProblem: z.boolean(),
  problem: z.string(),
  reference: z.string(),
  suggestion: z.string(),
  /** The print of the clause as it is shown. */
  seen: z.string(),
  submission: z.string(),
});
export type SuggestedView = z.infer<typeof SuggestedView>;

/** Words that somebody asked in, for the owner of the clause that helped them: keep them for it, or do not. */
export const suggestedCard = defineCard('questions/suggested', SuggestedView);

/** Nothing on it tells whose words they are, nor the time of day. `problem` says why they were not kept; words that are, and wait to be written down, say so. */
export function toSuggestedView(input: {
  library: SchoolLibrary;
  suggestion: Suggestion;
  words: string;
  today: string;
  submission: string;
  problem?: string | undefined;
}): SuggestedView {
  const { library, suggestion, words, today, submission, problem } = input;
  const { id, clause, at, decided } = suggestion;
  const found = openClause(library, { clause, others: [] }, today);
  const waiting =
    decided && found.kind === 'opened'
      ? 'You decided to keep these words. They are not written down yet: press “Keep it” again.'
      : undefined;
  const told = [problem, waiting].filter((part) => part !== undefined).join(' ');
  const shown = found.kind === 'opened' ? found.opened.clause : undefined;
  return {
    title: 'May these words lead to your clause?',
    suggested: `A colleague asked in these words, and suggested them on ${instantDay(at, library.school)} without a name.`,
    words: cutText(words, questionLimit),
    ...toAbout(library, shown && clause, today),
    isGone: shown === undefined,
    canKeep: shown !== undefined,
    hasProblem: told !== '',
    problem: told,
    reference: id,
    suggestion: id,
    seen: shown ? clausePrint(shown) : '',
    submission,
  };
}
