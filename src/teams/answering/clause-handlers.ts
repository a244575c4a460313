import { answerCard, toAnswerView } from '../../cards/answering/answer.ts';
import { sectionCard, toSectionView } from '../../cards/answering/section.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { openClause } from '../../domain/answering/open-clause.ts';
import { clauseKey } from '../../domain/policies/library.ts';
import type { OnVerb, Pressed } from '../on-verb.ts';

/** The buttons of an answer: the whole section, another clause, and back to the answer. */
export function registerClauseHandlers(onVerb: OnVerb): void {
  onVerb('answering.section', (link, { library, today }) => {
    const outcome = openClause(library, link, today);
    if (outcome.kind === 'gone') return gone();
    const { policy, clause } = outcome.opened;
    const others = outcome.others.map((other) => clauseKey(other.policy, other.clause));
    return { card: sectionCard.render(toSectionView({ library, policy, clause, others, today })), replaces: true };
  });

  onVerb('answering.answer', (link, { library, today }) => {
    const outcome = openClause(library, link, today);
    if (outcome.kind === 'gone') return gone();
    const view = toAnswerView({ library, best: outcome.opened, others: outcome.others, today });
    return { card: answerCard.render(view), replaces: true };
  });
}

function gone(): Pressed {
  const card = messageCard.render({
    title: 'This clause is no longer in your school’s policies',
    paragraphs: [
      'The policy was changed, withdrawn or has ended since this card was made, so it is not shown.',
      'Please ask your question again: the answer will come from the policies as they stand today.',
    ],
  });
  return { card, replaces: false };
}
