import type { PersonKey } from '../people/person-key.ts';

/**
 * What a file holds; it is drawn up when it is asked for.
 * - `report`: a whole report with all that happened to it, for somebody who receives it
 * - `sheet`: a report for its reporter, to hand over or read out where Teams reaches nobody
 * - `receipt`: a signature, for whoever signed
 */
export interface FileSubject {
  readonly kind: 'report' | 'sheet' | 'receipt';
  readonly reference: string;
}

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
