import { composeCard, toComposeView } from '../../cards/questions/compose.ts';
import { mayBeKept } from '../../cards/questions/exchange.ts';
import { findOwner } from '../../domain/questions/find-owner.ts';
import { handOverQuestion } from '../../domain/questions/hand-over-question.ts';
import type { Caller } from '../caller.ts';
import type { OnVerb, Pressed } from '../on-verb.ts';
import type { VerbData } from '../verbs.ts';
import { onlyInPrivate, toNoOwnerCard, toProblem } from './question-cards.ts';
import type { QuestionDeps } from './question-deps.ts';
import { showQuestion } from './show-question.ts';
import { urgent } from './urgent.ts';

/** "Ask <owner>": the form, and the question itself. Nothing is handed over before the person sends the form. */
export function registerAskHandlers(onVerb: OnVerb, deps: QuestionDeps): void {
  onVerb('questions.compose', (data, caller) => {
    return onlyInPrivate(caller, deps.ownAppId) ?? showQuestionForm(deps, caller, data, deps.newSubmission());
  });
  onVerb('questions.ask', (data, caller) => onlyInPrivate(caller, deps.ownAppId) ?? handOver(deps, caller, data));
}

/** Hands the question over to whoever answers for its clause, the head where there is none; shows the form again where it is not taken. */
export async function handOver(deps: QuestionDeps, caller: Caller, data: VerbData<'questions.ask'>): Promise<Pressed> {
  const { library, today, actor } = caller;
  const { submission, text } = data;
  const clause = data.clause || undefined;
  const act = caller.actWith(submission);
  const outcome = await handOverQuestion(deps, { act, asker: actor, library, today, clause, text });
  switch (outcome.kind) {
    case 'handed':
      deps.onOwed();
      deps.log.info({ school: library.school.id, reference: outcome.question.id }, 'a question was handed over');
      return showQuestion(deps, caller, outcome.question, { occasion: 'saved', kept: mayBeKept });
    case 'urgent':
      return urgent(caller, outcome.urgency, deps.newSubmission());
    case 'empty':
    case 'too-long':
      return showQuestionForm(deps, caller, data, submission, toProblem(outcome));
    default:
      return toNoOwnerCard(outcome);
  }
}

/** The form for a question about a clause; `problem` says why the words that came were not taken. */
export async function showQuestionForm(
  { persons }: Pick<QuestionDeps, 'persons'>,
  { actor: asker, library, today }: Caller,
  { clause, others, certainty, byReader, from }: VerbData<'questions.compose'>,
  submission: string,
  problem?: string,
): Promise<Pressed> {
  const found = await findOwner(persons, { asker, library, today, clause: clause || undefined });
  if (found.kind !== 'reachable') return toNoOwnerCard(found);
  const { responder } = found;
  const link = { clause, others, certainty, byReader };
  const view = toComposeView({ library, responder, link, from, today, submission, ...(problem && { problem }) });
  return { card: composeCard.render(view), replaces: true, summary: 'Staffroom: ask the policy’s owner' };
}
