import { answerCard, toAnswerView } from '../../cards/answering/answer.ts';
import type { RankedClause } from '../../domain/answering/answer.ts';
import { openClause } from '../../domain/answering/open-clause.ts';
import { clauseKey } from '../../domain/policies/library.ts';
import { findTaker } from '../../domain/questions/suggest-wording.ts';
import type { AnsweringDeps } from '../answering/answering-deps.ts';
import { gone } from '../answering/gone.ts';
import type { Caller } from '../caller.ts';
import type { OnVerb } from '../on-verb.ts';
import type { QuestionDeps } from './question-deps.ts';
import { openWords } from './sealed-words.ts';

/**
 * "Helpful" and "Not helpful": counted for the clause, without who said so or what was asked. The card stays usable, and offers
 * to pass on the words that a clause helped with.
 */
export function registerMarkHandlers(onVerb: OnVerb, deps: QuestionDeps & Pick<AnsweringDeps, 'signedNotes'>): void {
  onVerb('questions.mark', async ({ clause, others, certainty, byReader, helpful, wording, submission }, caller) => {
    const { library, today } = caller;
    const outcome = openClause(library, { clause, others }, today);
    if (outcome.kind === 'gone') return gone();
    const mark = { schoolId: library.school.id, clause, helpful, at: deps.now().toISOString() };
    await deps.questions.mark(caller.actWith(submission), mark);
    const { opened: best } = outcome;
    const [signed, suggestion] = await Promise.all([
      deps.signedNotes.noteFor(caller, best.policy),
      helpful ? suggestionFor(deps, caller, best, wording) : undefined,
    ]);
    const shown = { signed, certainty, byReader, marked: true };
    const offered = suggestion && { wording, suggestion: { ...suggestion, submission } };
    const view = toAnswerView({ library, best, others: outcome.others, today, ...shown, ...offered });
    return { card: answerCard.render(view), replaces: true };
  });
}

/** The words that may be suggested, and who would get them; undefined where nobody does. */
async function suggestionFor(
  { sealer, persons }: Pick<QuestionDeps, 'sealer' | 'persons'>,
  caller: Caller,
  best: RankedClause,
  wording: string,
) {
  if (wording === '' || caller.place.kind !== 'personal') return undefined;
  const words = await openWords(sealer, caller, best, wording);
  if (words === undefined) return undefined;
  const clause = clauseKey(best.policy, best.clause);
  const { library, today, actor: asker } = caller;
  const taker = await findTaker(persons, { words, clause }, { asker, library, today });
  return taker && { words, taker: taker.responder };
}
