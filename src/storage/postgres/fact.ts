import type { Act } from '../../domain/delivery/act.ts';
import type { Consequences } from '../../domain/questions/question-store.ts';
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

/**
 * What a store method records: an act of a person and all that it changes. `record` may run more than once, each time in
 * a transaction in which nothing of the time before is left.
 */
export interface Fact<Result> extends ActTaken {
  /** The result where the act came before, under either of its names, and made the record `made`, which is stored. */
  seen(made: string): Promise<Result>;
  /** Records the fact and gives the result. */
  record(session: FactSession): Promise<Result>;
}

/** The transaction as a fact sees it: with what stood in the database before, and with the facts that came before it. */
export interface FactSession extends Pick<Session, 'query'> {
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
