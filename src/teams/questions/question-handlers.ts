import type { AnsweringDeps } from '../answering/answering-deps.ts';
import type { BotApp } from '../bot-deps.ts';
import type { OnVerb } from '../on-verb.ts';
import { registerAttachMessages } from './attach-messages.ts';
import { registerAnswerHandlers } from './answer-handlers.ts';
import { registerAskHandlers } from './ask-handlers.ts';
import { registerClauseAnswerHandlers } from './clause-answer-handlers.ts';
import { registerGapHandlers } from './gap-handlers.ts';
import { registerMarkHandlers } from './mark-handlers.ts';
import type { QuestionDeps } from './question-deps.ts';
import { registerQuestionMessages } from './question-messages.ts';
import { registerSuggestionHandlers } from './suggestion-handlers.ts';

/** Everything about questions that go from one person to another, about marks, suggestions and gaps. */
export function registerQuestionHandlers(
  app: BotApp,
  onVerb: OnVerb,
  deps: QuestionDeps & Pick<AnsweringDeps, 'signedNotes' | 'addPhrasing' | 'finderFor'>,
): void {
  registerQuestionMessages(app, deps);
  registerAttachMessages(app, deps);
  registerAskHandlers(onVerb, deps);
  registerAnswerHandlers(onVerb, deps);
  registerClauseAnswerHandlers(onVerb, deps);
  registerMarkHandlers(onVerb, deps);
  registerSuggestionHandlers(onVerb, deps);
  registerGapHandlers(onVerb, deps);
}
