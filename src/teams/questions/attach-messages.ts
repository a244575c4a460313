import { attachPhrasing } from '../../domain/answering/phrasings/attach-phrasing.ts';
import type { BotApp, BotDeps } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import { onTyped } from '../on-typed.ts';
import type { Pressed } from '../on-verb.ts';
import { readAttachCommand, type AttachCommand } from './attach-command.ts';
import { say, showAttached } from './attached.ts';
import { onlyInPrivate } from './question-cards.ts';

/** What an owner types: `attach phones 2.1: may I …`. From then on whoever asks like that is shown the clause. */
export function registerAttachMessages(app: BotApp, deps: Pick<BotDeps, 'log' | 'ownAppId' | 'addPhrasing'>): void {
  onTyped(app, deps, {
    read: readAttachCommand,
    reply: async (command, caller) => onlyInPrivate(caller, deps.ownAppId) ?? (await reply(command, caller)),
    summary: 'Staffroom: how staff ask',
  });

  async function reply(command: AttachCommand, caller: Caller): Promise<Pressed> {
    const { library, today, person } = caller;
    const outcome = attachPhrasing(command, { library, today, by: person });
    switch (outcome.kind) {
      case 'attached':
      case 'before':
        return (await showAttached(deps, caller, outcome)).shown;
      case 'not-yours':
        return say('Nothing was attached', [
          `Only whoever answers for the ${outcome.policy.cover.title}, or the head, can say which clause answers.`,
          'If an answer did not help, press “Not helpful” below it, or ask the policy’s owner.',
        ]);
      case 'refused':
        return say('These words were not kept', [
          outcome.reason,
          'Nothing was attached. Write it again with other words.',
        ]);
      case 'several':
      case 'no-clause':
        return say(outcome.kind === 'several' ? 'More than one clause has this number' : 'There is no such clause', [
          'Nothing was attached. Write the policy and the clause’s number, then how staff ask:',
          '“attach mobile devices 2.2: can I have my phone on me”',
        ]);
    }
  }
}
