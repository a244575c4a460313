import type { TurnState } from '@microsoft/teams-ai';
import { Application } from '@microsoft/teams-ai/lib/Application.js'; // the whole package takes 0.2 s longer to load
import type { TurnContext } from 'botbuilder';
import { admit } from './admit.ts';
import { registerAnsweringHandlers } from './answering/answering-handlers.ts';
import { registerClauseHandlers } from './answering/clause-handlers.ts';
import type { BotApp, BotDeps } from './bot-deps.ts';
import { registerMessageHandlers } from './broadcasts/message-handlers.ts';
import { registerSenderHandlers } from './broadcasts/sender-handlers.ts';
import { registerIncidentHandlers } from './incidents/incident-handlers.ts';
import { registerUnhandled } from './messages/unhandled.ts';
import { registerWelcomeHandlers } from './messages/welcome-handlers.ts';
import { createOnVerb } from './on-verb.ts';
import { registerAwayHandlers } from './people/away-handlers.ts';
import { registerPeopleHandlers } from './people/people-handlers.ts';
import { registerSchoolHandlers } from './people/school-handlers.ts';
import { registerQuestionHandlers } from './questions/question-handlers.ts';
import { registerQuotingHandlers } from './quoting/quoting-handlers.ts';
import { registerReviewHandlers } from './reviews/review-handlers.ts';
import { registerHeadHandlers } from './signoffs/head-handlers.ts';
import { registerVersionHandlers } from './versions/version-handlers.ts';
import { registerReportHandlers } from './reports/report-handlers.ts';
import { createSignedNotes } from './signoffs/signed-notes.ts';
import { registerSlipHandlers } from './slips/slip-handlers.ts';
import { registerSigningHandlers } from './signoffs/staff-handlers.ts';
import { registerSafeguardingHandlers } from './safeguarding/safeguarding-handlers.ts';

/**
 * The bot. `run` serves one turn: whoever is not staff gets no further than the admission; for staff the first feature
 * that wants the activity has it, in the order below. It keeps nothing between turns. Rejects when the store or Teams
 * fails; the adapter's error boundary tells the person.
 */
export function createBot(deps: BotDeps): { run(turn: TurnContext): Promise<void> } {
  const app: BotApp = new Application<TurnState>({
    startTypingTimer: false, // teams-ai has one timer for all turns
    longRunningMessages: false,
    removeRecipientMention: false, // said.ts reads the words, other mentions included
  });

  const answering = { ...deps, signedNotes: createSignedNotes(deps) };
  registerPeopleHandlers(app, deps);
  registerWelcomeHandlers(app, deps);
  const onVerb = createOnVerb(app, deps);
  registerSchoolHandlers(app, onVerb, deps);
  registerSafeguardingHandlers(app, onVerb, deps);
  registerClauseHandlers(onVerb, answering);
  registerQuotingHandlers(app, deps);
  registerReportHandlers(app, onVerb, deps);
  registerQuestionHandlers(app, onVerb, answering);
  registerVersionHandlers(app, onVerb, deps);
  registerReviewHandlers(app, onVerb, deps);
  registerSlipHandlers(app, onVerb, deps);
  // Before the sign-offs: “read”, “sign”, “confirm” and “remind” are words of theirs too.
  registerSenderHandlers(app, onVerb, deps);
  registerMessageHandlers(app, onVerb, answering);
  registerSigningHandlers(app, onVerb, answering);
  registerHeadHandlers(app, onVerb, deps);
  registerIncidentHandlers(app, onVerb, answering);
  registerAwayHandlers(app, onVerb, deps);
  registerAnsweringHandlers(app, answering);
  registerUnhandled(app, deps);

  return { run: (turn) => admit(turn, deps, () => app.run(turn)) };
}
