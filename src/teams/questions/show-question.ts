import { askedCard, toAskedView } from '../../cards/questions/asked.ts';
import { exchangeCard, toExchangeView, type Occasion } from '../../cards/questions/exchange.ts';
import { headMark } from '../../domain/ledger/head-mark.ts';
import type { HandedQuestion } from '../../domain/questions/handed-question.ts';
import { namePeople } from '../../domain/questions/name-people.ts';
import { openQuestion, type SeenQuestion } from '../../domain/questions/see-question.ts';
import { isRefusal } from '../../domain/signoffs/is-refusal.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { notFound, unreadable } from './question-cards.ts';
import type { QuestionDeps } from './question-deps.ts';

const summary = 'Staffroom: about a question';

/**
 * Shows a question to the caller, if it is theirs: to the owner the form that answers it while it is open, else what was
 * asked and answered. `kept` says what became of the question's words, or may. On a receipt stands the head of the ledger too.
 */
export async function showQuestion(
  deps: QuestionDeps,
  caller: Caller,
  question: HandedQuestion,
  { occasion, problem, kept }: { occasion: Occasion; problem?: string; kept?: string },
): Promise<Pressed> {
  const { actor, library, today } = caller;
  const sight = await openQuestion(deps.sealer, question, actor);
  if (sight.kind === 'not-found') return notFound();
  if (sight.kind === 'unreadable') return unreadable(deps, question);
  const { seen } = sight;
  const name = await namePeople(deps.persons, library, actor.tenantId);
  if (seen.as === 'owner' && !question.answer) {
    const submission = deps.newSubmission();
    const told = { isRefusal: await isRefusal(deps, question), ...(problem && { problem }) };
    const view = toAskedView({ library, seen, name, today, submission, ...told });
    return { card: askedCard.render(view), replaces: true, summary };
  }
  const isReceipt = occasion === 'saved' || occasion === 'answer-saved';
  const chain = { schoolId: question.schoolId, chain: 'questions' } as const;
  const head = isReceipt ? await deps.ledger.head(chain) : undefined;
  const told = occasion === 'seen' ? (await deps.deliveries.find(keyOfMessage(seen)))?.state : undefined;
  const mark = head && headMark(head.hash);
  const view = toExchangeView({ library, seen, name, today, occasion, told, kept, mark });
  return { card: exchangeCard.render(view), replaces: true, summary };
}

/** The delivery that told the other one: the owner of the question, or the asker of the answer. */
function keyOfMessage({ question: { schoolId, id, asker, owner }, as }: SeenQuestion): string {
  return as === 'asker'
    ? `${schoolId}:question-asked:${id}:${owner.objectId}`
    : `${schoolId}:question-answered:${id}:${asker.objectId}`;
}
