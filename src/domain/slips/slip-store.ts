import type { Act } from '../delivery/act.ts';
import type { Consequences } from '../delivery/consequences.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Slip } from './slip.ts';

/** What somebody does with a slip that there is. An act is taken once for each. */
export const slipDeeds = ['answer', 'renew', 'withdraw', 'end'] as const;
export type SlipDeed = (typeof slipDeeds)[number];

/** One atomic step: the next revision of a slip, with what follows from it. */
export interface SlipChange {
  readonly slip: Slip;
  /** The person's act that makes it; without: a job, which reads before it writes. */
  readonly once?: { readonly act: Act; readonly deed: SlipDeed } | undefined;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly then: Consequences;
}

/**
 * - `recorded`: all of it
 * - `overtaken`: nothing; the slip is not of the revision before any more, or gone
 * - `seen`: nothing; the act came before, and was recorded
 */
export type SlipRecorded = 'recorded' | 'overtaken' | 'seen';

/** What people told and asked. Every method is atomic; a promise that resolves means the fact is durable. */
export interface SlipStore {
  /**
   * Records a slip of revision 1, what is owed and its ledger entries. An act that was seen before, under either of its
   * names, changes nothing and returns the slip that it made. Rejects with a StoreError `taken`, nothing changed, when the
   * school has one with this id: references are random, so the caller draws another.
   */
  submit(act: Act, slip: Slip, then: Consequences): Promise<Slip>;
  record(change: SlipChange): Promise<SlipRecorded>;
  find(schoolId: string, id: string): Promise<Slip | undefined>;
  /** Every slip of the school, in the order in which they were sent. */
  all(schoolId: string): Promise<Slip[]>;
  /** Those that this person sent, likewise. */
  of(schoolId: string, author: PersonKey): Promise<Slip[]>;
  /** Every school that there is any slip of. */
  schools(): Promise<string[]>;
  /** Every sealed text of a school with its place (`slip:<id>`, `slip-event:<id>-<number from 1>`), for key rotation. */
  sealed(schoolId: string): Promise<{ readonly place: string; readonly sealedText: string }[]>;
  /** Replaces the sealed text at `place` if it is still `old`: a new revision, so that no change brings the old text back. */
  reseal(schoolId: string, place: string, old: string, sealedText: string): Promise<'resealed' | 'changed'>;
  /** Removes a slip, with what the ledger says of that. For retention. */
  destroySlip(
    name: { readonly schoolId: string; readonly id: string },
    then: Consequences,
  ): Promise<'destroyed' | 'not-found'>;
}
