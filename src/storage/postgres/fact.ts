import type { Act } from '../../domain/delivery/act.ts';
import type { Consequences } from '../../domain/delivery/consequences.ts';
import type { ActKind } from '../act-names.ts';
import type { StoreContent, TableName } from '../store-content.ts';
import type { Session } from './database.ts';

/** A person's act and the record that it makes, at the instant `at`. */
export interface ActTaken {
  readonly schoolId: string;
  readonly kind: ActKind;
  readonly act: Act;
  /** The id of the record. */
  readonly made: string;
  readonly at: string;
}

/** What a store method records in one atomic step, with all that follows from it. */
export interface Fact<Result> {
  /**
   * The act that makes it, which is taken once under either of its names, and what to tell when it came before: `made` is
   * the record that it made, which is stored. Without an act `record` has to find by itself what an earlier run did.
   */
  readonly once?: (ActTaken & { seen(made: string): Promise<Result> }) | undefined;
  /** Records the fact and gives the result. May run again, in a transaction in which nothing of the time before is left. */
  record(session: FactSession): Promise<Result>;
}

/** The transaction as a fact sees it: with what stood in the database before, and with the facts that came before it. */
export interface FactSession extends Session {
  /**
   * Inserts a row, in one statement with those of other facts. Where a row with this key is there already the fact is
   * refused with a StoreError `taken`.
   */
  insert<Name extends TableName>(table: Name, row: StoreContent[Name][number]): void;
  /** Has what is owed and what is to be in the ledger recorded with the fact. */
  conclude(then: Consequences): void;
  /** Gives the act back: nothing was recorded, and it counts as new when it comes again. */
  release(): Promise<void>;
}
