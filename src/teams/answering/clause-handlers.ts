import { answerCard, toAnswerView } from '../../cards/answering/answer.ts';
import { sectionCard, toSectionView } from '../../cards/answering/section.ts';
import { toUnsureView, unsureCard } from '../../cards/answering/unsure.ts';
import { openClause } from '../../domain/answering/open-clause.ts';
import type { OnVerb } from '../on-verb.ts';
import type { AnsweringDeps } from './answering-deps.ts';
import { gone } from './gone.ts';

/** The buttons that lead to clauses: the whole section, another clause, and back to what was answered. */
export function registerClauseHandlers(
  onVerb: OnVerb,
  { newSubmission, signedNotes }: Pick<AnsweringDeps, 'newSubmission' | 'signedNotes'>,
): void {
  onVerb('answering.section', ({ clause: answer, others, certainty, byReader, shown }, { library, today }) => {
    const outcome = openClause(library, { clause: shown ?? answer, others: [] }, today);
    if (outcome.kind === 'gone') return gone();
    const { policy, clause } = outcome.opened;
    const view = toSectionView({ library, policy, clause, answer, others, today, certainty, byReader });
    return { card: sectionCard.render(view), replaces: true };
  });

  onVerb('answering.answer', async (link, caller) => {
    const { library, today } = caller;
    const outcome = openClause(library, link, today);
    if (outcome.kind === 'gone') return gone();
    const { opened: best, others } = outcome;
    const signed = await signedNotes.noteFor(caller, best.policy);
    const { certainty, byReader } = link;
    const shown = { submission: newSubmission(), signed, certainty, byReader };
    const view = toAnswerView({ library, best, others, today, ...shown });
    return { card: answerCard.render(view), replaces: true };
  });

  onVerb('answering.unsure', ({ clause, others, byReader }, { library, today }) => {
    const outcome = clause === '' ? undefined : openClause(library, { clause, others }, today);
    if (outcome?.kind === 'gone') return gone();
    const nearest = outcome ? [outcome.opened, ...outcome.others] : [];
    return { card: unsureCard.render(toUnsureView({ library, nearest, today, byReader })), replaces: true };
  });
}
