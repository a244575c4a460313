import { soundsUrgent } from '../../domain/answering/read-message.ts';
import type { BotApp } from '../bot-deps.ts';
import { callerOf } from '../caller.ts';
import { turnAwayFile } from '../incidents/turn-away-file.ts';
import { refuseReading } from '../refuse-reading.ts';
import { said } from '../said.ts';
import { pointToPrivateChat, servedHere } from '../where-to-answer.ts';
import type { AnsweringDeps } from './answering-deps.ts';
import { answerMessage } from './answer-message.ts';
import { hasFiles } from './no-files.ts';

/** Whatever else a member of staff writes: answered from their school's policies, in their own chat or in the staff team. */
export function registerAnsweringHandlers(app: BotApp, deps: AnsweringDeps): void {
  app.addRoute(
    (turn) => Promise.resolve(turn.activity.type === 'message' && callerOf(turn) !== undefined),
    async (turn) => {
      const caller = callerOf(turn);
      if (!caller) return;
      const words = said(turn.activity, deps.ownAppId);
      const canWait = !hasFiles(turn.activity) && !soundsUrgent(words);
      if (canWait && (await refuseReading(turn, deps.log, caller))) return;
      const where = await servedHere(turn, deps.persons, caller);
      if (where === 'elsewhere') return pointToPrivateChat(turn, deps.log);
      const files = hasFiles(turn.activity) ? [await turnAwayFile(deps, turn, caller)] : [];
      await answerMessage(turn, deps, caller, words, files);
    },
  );
}
