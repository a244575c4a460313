import type { BotDeps } from '../bot-deps.ts';
import type { SignedNotes } from './signed-notes.ts';

/** What reading, signing, asking and declining need of the bot. */
export type SigningDeps = Pick<
  BotDeps,
  | 'signoffs'
  | 'versions'
  | 'absences'
  | 'persons'
  | 'questions'
  | 'deliveries'
  | 'ledger'
  | 'files'
  | 'publicUrl'
  | 'newFileSecret'
  | 'onOwed'
  | 'sealer'
  | 'newReference'
  | 'newSubmission'
  | 'newErrorId'
  | 'now'
  | 'log'
  | 'ownAppId'
> & {
  /** Where signatures are remembered for answers; it is told of a new one. */
  readonly signedNotes: Pick<SignedNotes, 'forget'>;
};
