import type { SignoffDesk } from '../../domain/signoffs/signoff-desk.ts';
import type { BotDeps } from '../bot-deps.ts';

/** What asking for signatures needs of the bot. */
export type HeadDeps = Pick<
  BotDeps,
  | 'signoffs'
  | 'versions'
  | 'absences'
  | 'persons'
  | 'ledger'
  | 'files'
  | 'publicUrl'
  | 'newFileSecret'
  | 'sealer'
  | 'onOwed'
  | 'newReference'
  | 'newSubmission'
  | 'now'
  | 'log'
  | 'ownAppId'
>;

/** The same as the use cases take it. */
export function deskOf(deps: HeadDeps): SignoffDesk {
  return { ...deps, newId: deps.newSubmission };
}
