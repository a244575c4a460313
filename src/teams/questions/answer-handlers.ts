import { giveAnswer } from '../../domain/questions/give-answer.ts';
import type { Act } from '../../domain/delivery/act.ts';
import type { Caller } from '../caller.ts';
import { namesSuggestion } from '../../domain/questions/suggest-wording.ts';
import type { OnVerb, Pressed } from '../on-verb.ts';
import { notFound, onlyInPrivate, toProblem } from './question-cards.ts';
import type { QuestionDeps } from './question-deps.ts';
import { showQuestion } from './show-question.ts';
import { showSuggestion } from './show-suggestion.ts';

/** The owner's answer, and looking at a question that one asked or was asked. */
export function registerAnswerHandlers(onVerb: OnVerb, deps: QuestionDeps): void {
  onVerb('questions.answer', ({ question, submission, text }, caller) => {
    const act = caller.actWith(submission);
    return onlyInPrivate(caller, deps.ownAppId) ?? answerWith(deps, caller, { act, id: question, text });
  });

  onVerb('questions.open', ({ question }, caller) => {
    const elsewhere = onlyInPrivate(caller, deps.ownAppId);
    if (elsewhere) return elsewhere;
    return namesSuggestion(question) ? showSuggestion(deps, caller, question) : openById(deps, caller, question);
  });
}

/** Records the caller's answer to the question `id` and shows what became of it. */
export async function answerWith(
  deps: QuestionDeps,
  caller: Caller,
  { act, id, text }: { act: Act; id: string; text: string },
): Promise<Pressed> {
  const { actor, library } = caller;
  const schoolId = library.school.id;
  const outcome = await giveAnswer(deps, { act, by: actor, schoolId, id, text });
  switch (outcome.kind) {
    case 'answered':
      deps.onOwed();
      deps.log.info({ school: schoolId, reference: id }, 'a question was answered');
      return showQuestion(deps, caller, outcome.question, { occasion: 'answer-saved' });
    case 'answered-before':
      return showQuestion(deps, caller, outcome.question, { occasion: 'answered-before' });
    case 'not-found':
      return notFound();
    default:
      return openById(deps, caller, id, toProblem(outcome));
  }
}

/** Shows the question `id` of the caller's school, if it is the caller's. */
export async function openById(deps: QuestionDeps, caller: Caller, id: string, problem?: string): Promise<Pressed> {
  const question = await deps.questions.find(caller.library.school.id, id);
  if (!question) return notFound();
  return showQuestion(deps, caller, question, { occasion: 'seen', ...(problem && { problem }) });
}
