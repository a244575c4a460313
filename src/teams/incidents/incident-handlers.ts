import type { AnsweringDeps } from '../answering/answering-deps.ts';
import type { BotApp } from '../bot-deps.ts';
import type { OnVerb } from '../on-verb.ts';
import { registerDialogHandlers } from './dialog-handlers.ts';
import { registerDialogMessages } from './dialog-messages.ts';

/** The reporter's side of a report: buttons and what can be typed. */
export function registerIncidentHandlers(app: BotApp, onVerb: OnVerb, deps: AnsweringDeps): void {
  registerDialogHandlers(onVerb, deps);
  registerDialogMessages(app, deps);
}
