import type { BotDeps } from '../bot-deps.ts';

/** What handing questions over needs of the bot. */
export type QuestionDeps = Pick<
  BotDeps,
  | 'questions'
  | 'deliveries'
  | 'ledger'
  | 'persons'
  | 'signoffs'
  | 'onOwed'
  | 'sealer'
  | 'newReference'
  | 'newSubmission'
  | 'newErrorId'
  | 'now'
  | 'log'
  | 'ownAppId'
>;
