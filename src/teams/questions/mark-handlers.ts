import { answerCard, toAnswerView } from '../../cards/answering/answer.ts';
import { openClause } from '../../domain/answering/open-clause.ts';
import type { AnsweringDeps } from '../answering/answering-deps.ts';
import { gone } from '../answering/gone.ts';
import type { OnVerb } from '../on-verb.ts';
import type { QuestionDeps } from './question-deps.ts';

/** "Helpful" and "Not helpful": counted for the clause, without who said so or what was asked. The card stays usable. */
export function registerMarkHandlers(onVerb: OnVerb, deps: QuestionDeps & Pick<AnsweringDeps, 'signedNotes'>): void {
  onVerb('questions.mark', async ({ clause, others, certainty, byReader, helpful, submission }, caller) => {
    const { library, today } = caller;
    const outcome = openClause(library, { clause, others }, today);
    if (outcome.kind === 'gone') return gone();
    const mark = { schoolId: library.school.id, clause, helpful, at: deps.now().toISOString() };
    await deps.questions.mark(caller.actWith(submission), mark);
    const { opened: best } = outcome;
    const signed = await deps.signedNotes.noteFor(caller, best.policy);
    const shown = { signed, certainty, byReader, marked: true };
    const view = toAnswerView({ library, best, others: outcome.others, today, ...shown });
    return { card: answerCard.render(view), replaces: true };
  });
}
