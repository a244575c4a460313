import type { PersonKey } from '../people/person-key.ts';

/**
 * What a file holds; it is drawn up when it is asked for.
 * - `report`: a whole report with all that happened to it, for somebody who receives it
 * - `sheet`: a report for its reporter, to hand over or read out where Teams reaches nobody
 * - `receipt`: a signature on one page, for whoever signed and for the head
 * - `signoffs`: how far a campaign is, in numbers, for governors; of `openCampaigns` all that are open
 * - `signoffs-csv`: everybody in a campaign, as a table
 * - `evidence`: a campaign with the ledger, for whoever checks it without the bot
 * - `slips`, `slips-csv`: what staff told and asked, as its reference narrows it, for whoever may see it
 * - `broadcast`: what became of a broadcast, in numbers; `broadcast-csv`: everybody in it, as a table
 */
export const fileKinds = [
  'report',
  'sheet',
  'receipt',
  'signoffs',
  'signoffs-csv',
  'evidence',
  'broadcast',
  'broadcast-csv',
  'slips',
  'slips-csv',
] as const;

export interface FileSubject {
  readonly kind: (typeof fileKinds)[number];
  readonly reference: string;
}

/** The `reference` of `signoffs` over all campaigns that are open. */
export const openCampaigns = 'open';

/** A file that one person may fetch once, until its time is over. Neither the link's token nor the code is in it. */
export interface FileOffer {
  /** `offerId` of the token. */
  readonly id: string;
  readonly schoolId: string;
  readonly codeHash: string;
  readonly subject: FileSubject;
  readonly to: PersonKey;
  readonly until: string;
  /** Wrong codes so far. */
  readonly wrong: number;
  readonly taken: boolean;
}

/** So long a file can be fetched, and after so many wrong codes no more. */
export const offeredMs = 10 * 60_000;
export const mostWrongCodes = 5;
