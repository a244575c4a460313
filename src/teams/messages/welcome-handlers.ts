import { exampleQuestions } from '../../domain/answering/example-questions.ts';
import type { BotApp, BotDeps } from '../bot-deps.ts';
import { callerOf } from '../caller.ts';
import { schoolSummary, whichSchool } from '../people/school-cards.ts';
import { sendCard } from '../reply.ts';
import { helpCardFor } from './help-card-for.ts';

/**
 * Says once, to a member of staff in their own chat, what can be asked; somebody of several schools is first asked which one
 * they mean. Teams tells of an installation twice, as `installationUpdate` and as `conversationUpdate`; only the first is
 * answered. Teams and groups get no welcome.
 */
export function registerWelcomeHandlers(app: BotApp, deps: BotDeps): void {
  app.addRoute(
    ({ activity }) => Promise.resolve(activity.type === 'installationUpdate' && activity.action === 'add'),
    async (turn) => {
      const caller = callerOf(turn);
      if (caller?.place.kind !== 'personal') return;
      if (caller.guessed) {
        await sendCard(turn, deps.log, whichSchool(caller, { wrote: false }), schoolSummary);
        return;
      }
      const examples = exampleQuestions(deps.finderFor(caller.library, caller.today));
      await sendCard(turn, deps.log, await helpCardFor(deps, caller, examples), 'Welcome to Staffroom');
    },
  );
}
