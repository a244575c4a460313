import type { BotDeps } from '../bot-deps.ts';

/** What the reporter's side of a report needs of the bot. */
export type IncidentDeps = Pick<
  BotDeps,
  | 'incidents'
  | 'places'
  | 'absences'
  | 'deliveries'
  | 'ledger'
  | 'persons'
  | 'finderFor'
  | 'onOwed'
  | 'sealer'
  | 'newReference'
  | 'newSubmission'
  | 'newErrorId'
  | 'now'
  | 'log'
  | 'ownAppId'
>;
