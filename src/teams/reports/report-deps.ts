import type { BotDeps } from '../bot-deps.ts';

/** What dealing with reports needs of the bot. */
export type ReportDeps = Pick<
  BotDeps,
  | 'incidents'
  | 'places'
  | 'absences'
  | 'deliveries'
  | 'files'
  | 'publicUrl'
  | 'newFileSecret'
  | 'persons'
  | 'shelf'
  | 'sealer'
  | 'onOwed'
  | 'newSubmission'
  | 'newErrorId'
  | 'now'
  | 'log'
  | 'ownAppId'
>;
