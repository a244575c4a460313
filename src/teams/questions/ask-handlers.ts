import { composeCard, toComposeView } from '../../cards/questions/compose.ts';
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
    return onlyInPrivate(caller, deps.ownAppId) ?? form(data, caller, deps.newSubmission());
  });

  onVerb('questions.ask', async (data, caller) => {
    const elsewhere = onlyInPrivate(caller, deps.ownAppId);
    if (elsewhere) return elsewhere;
    const { library, today, actor } = caller;
    const { submission, text } = data;
    const clause = data.clause || undefined;
    const act = caller.actWith(submission);
    const outcome = await handOverQuestion(deps, { act, asker: actor, library, today, clause, text });
    switch (outcome.kind) {
      case 'handed':
        deps.onOwed();
        deps.log.info({ school: library.school.id, reference: outcome.question.id }, 'a question was handed over');
        return showQuestion(deps, caller, outcome.question, { occasion: 'saved' });
      case 'urgent':
        return urgent(caller, outcome.urgency, deps.newSubmission());
      case 'empty':
      case 'too-long':
        return form(data, caller, submission, toProblem(outcome));
      default:
        return toNoOwnerCard(outcome);
    }
  });

  async function form(
    { clause, others, from }: VerbData<'questions.compose'>,
    { actor: asker, library, today }: Caller,
    submission: string,
    problem?: string,
  ): Promise<Pressed> {
    const found = await findOwner(deps.persons, { asker, library, today, clause: clause || undefined });
    if (found.kind !== 'reachable') return toNoOwnerCard(found);
    const { responder } = found;
    const link = { clause, others };
    const view = toComposeView({ library, responder, link, from, today, submission, ...(problem && { problem }) });
    return { card: composeCard.render(view), replaces: true, summary: 'Staffroom: ask the policy’s owner' };
  }
}
