import type { BotApp, BotDeps } from '../bot-deps.ts';
import { callerOf } from '../caller.ts';
import { answerQuestion } from '../../domain/answering/answer-question.ts';
import { sendCard } from '../reply.ts';
import { said } from '../said.ts';
import { pointToPrivateChat, servedHere } from '../where-to-answer.ts';
import { hasFiles, noFiles } from './no-files.ts';
import { inStaffTeam } from './in-staff-team.ts';
import { toReplyCard } from './reply-cards.ts';

/** Whatever else a member of staff writes: answered from their school's policies, in their own chat or in the staff team. */
export function registerAnsweringHandlers(app: BotApp, deps: BotDeps): void {
  app.addRoute(
    (turn) => Promise.resolve(turn.activity.type === 'message' && callerOf(turn) !== undefined),
    async (turn) => {
      const caller = callerOf(turn);
      if (!caller) return;
      const where = await servedHere(turn, deps.persons, caller);
      if (where === 'elsewhere') return pointToPrivateChat(turn, deps.log);

      const { library, today } = caller;
      const finder = deps.finderFor(library, today);
      const replies = answerQuestion(said(turn.activity, deps.ownAppId), { library, finder, today });
      const shown = where === 'private' ? replies : inStaffTeam(replies);
      const files = hasFiles(turn.activity) ? [noFiles()] : [];
      const onlyFiles = files.length > 0 && replies.every(({ kind }) => kind === 'empty');
      const cards = [
        ...files,
        ...(onlyFiles ? [] : shown.map((reply) => toReplyCard(reply, caller, deps.newSubmission()))),
      ];
      for (const { card, summary } of cards) {
        if (!(await sendCard(turn, deps.log, card, summary))) return;
      }
      deps.log.info({ school: library.school.id, kind: shown.map(({ kind }) => kind).join(' ') }, 'answered');
    },
  );
}
