import { amber, green, red, type HealthLine } from './health-line.ts';

/** What the bot of this machine answers to "are you ready?": `silent` when nothing listens there. */
export type BotAnswer = 'ready' | 'not-ready' | 'silent' | 'other';

export function checkBot(answer: BotAnswer): HealthLine {
  switch (answer) {
    case 'ready':
      return green('bot', 'The bot is running and says that it can store and read what people write.');
    case 'silent':
      return amber(
        'bot',
        'The bot is not running on this machine.',
        'ICT lead: start it, unless that is meant: staffroom start.',
      );
    case 'not-ready':
      return red(
        'bot',
        'The bot is running and says that it cannot serve: its store, its key or its sign-in fails.',
        'ICT lead: look at the other lines and at its log; after a failure of the disk it has to be started again.',
      );
    case 'other':
      return red('bot', 'Something else answers at the address of the bot.', 'ICT lead: check HOST and PORT.');
  }
}
