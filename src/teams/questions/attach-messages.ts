import { nameOf } from '../../cards/quotation.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { entryLine } from '../../cards/questions/entry-line.ts';
import { attachPhrasing } from '../../domain/answering/phrasings/attach-phrasing.ts';
import { toEntry } from '../../domain/answering/phrasings/to-entry.ts';
import { findClause } from '../../domain/policies/library.ts';
import type { BotApp, BotDeps } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import { onTyped } from '../on-typed.ts';
import type { Pressed } from '../on-verb.ts';
import { readAttachCommand, type AttachCommand } from './attach-command.ts';
import { onlyInPrivate } from './question-cards.ts';

const summary = 'Staffroom: how staff ask';

/** What an owner types: `attach phones 2.1: may I …`. From then on whoever asks like that is shown the clause. */
export function registerAttachMessages(app: BotApp, deps: Pick<BotDeps, 'log' | 'ownAppId' | 'addPhrasing'>): void {
  onTyped(app, deps, {
    read: readAttachCommand,
    reply: async (command, caller) => onlyInPrivate(caller, deps.ownAppId) ?? (await reply(command, caller)),
    summary,
  });

  async function reply(command: AttachCommand, caller: Caller): Promise<Pressed> {
    const { library, today, person } = caller;
    const outcome = attachPhrasing(command, { library, today, by: person });
    switch (outcome.kind) {
      case 'attached': {
        const { phrasing, policy, clause } = outcome;
        const name = nameOf(policy, clause);
        const added = await deps.addPhrasing(library.school.id, toEntry(phrasing));
        if (added === 'not-written') return notWritten(entryLine(phrasing));
        deps.log.info({ school: library.school.id }, 'a phrasing was attached to a clause');
        return say('Attached: staff who ask like this find this clause', [
          `${name}: “${clause.text}”`,
          'In these very words it is quoted first. In words that are only alike it may be marked as one that may not answer.',
          'It stands in the file phrasings.yaml in the school’s folder, to be read and changed. When the clause gets new words, it rests until somebody has looked at it.',
        ]);
      }
      case 'before': {
        const found = findClause(library, outcome.phrasing.clause);
        const name = found ? nameOf(found.policy, found.clause) : 'a clause that is gone';
        return say(outcome.isSame ? 'These words lead there already' : 'These words lead to another clause', [
          `They lead to ${name}. Nothing was changed.`,
          'To change it, change the entry in the file phrasings.yaml in the school’s folder.',
        ]);
      }
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

function notWritten(line: string): Pressed {
  return say('This could not be written down', [
    'Nothing was attached. The bot may not write to the school’s folder, or the file phrasings.yaml there cannot be added to.',
    'Whoever keeps the folder can put that right and add this line at the end of phrasings.yaml in it:',
    line,
  ]);
}

function say(title: string, paragraphs: readonly string[]): Pressed {
  return { card: messageCard.render({ title, paragraphs: [...paragraphs] }), replaces: true, summary };
}
