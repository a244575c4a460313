import { helpCard, toHelpView } from '../../cards/messages/help.ts';
import { exampleQuestions } from '../../domain/answering/example-questions.ts';
import type { BotApp, BotDeps } from '../bot-deps.ts';
import { callerOf } from '../caller.ts';
import { sendCard } from '../reply.ts';

/**
 * Says once, to a member of staff in their own chat, what can be asked. Teams tells of an installation twice, as
 * `installationUpdate` and as `conversationUpdate`; only the first is answered. Teams and groups get no welcome.
 */
export function registerWelcomeHandlers(app: BotApp, { log, finderFor }: Pick<BotDeps, 'log' | 'finderFor'>): void {
  app.addRoute(
    ({ activity }) => Promise.resolve(activity.type === 'installationUpdate' && activity.action === 'add'),
    async (turn) => {
      const caller = callerOf(turn);
      if (caller?.place.kind !== 'personal') return;
      const { library, today, person } = caller;
      const examples = exampleQuestions(finderFor(library, today));
      await sendCard(
        turn,
        log,
        helpCard.render(toHelpView({ library, today, examples, person })),
        'Welcome to Staffroom',
      );
    },
  );
}
