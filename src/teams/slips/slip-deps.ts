import type { BotDeps } from '../bot-deps.ts';

/** What telling and asking the head need of the bot. */
export type SlipDeps = Pick<
  BotDeps,
  | 'slips'
  | 'persons'
  | 'absences'
  | 'deliveries'
  | 'ledger'
  | 'files'
  | 'publicUrl'
  | 'newFileSecret'
  | 'sealer'
  | 'newReference'
  | 'newSubmission'
  | 'newErrorId'
  | 'onOwed'
  | 'now'
  | 'log'
  | 'ownAppId'
>;
