/** A row as the server gave it: nothing is known of it until it is parsed. */
export type Row = Readonly<Record<string, unknown>>;

/** One connection inside a transaction. Each statement sees what was committed before it began. */
export interface Session {
  /** Runs one statement; `values` stand for $1, $2 … Gives the rows that it returns. */
  query(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs several statements without values. */
  script(text: string): Promise<void>;
}

/** PostgreSQL, as far as the stores know of it. Whatever goes wrong rejects as a StoreError that says nothing of rows. */
export interface Database {
  /** Runs one statement that changes nothing. It may run more than once. */
  query(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * Runs `work` in one transaction (read committed) and resolves when it is committed and on the server's disk. After a
   * lost connection, when nobody can tell whether it was committed, `work` runs again in a new transaction: it has to
   * find by a name of its own (the act's, the call's) what the first time did, and to give the same result.
   */
  transaction<Result>(work: (session: Session) => Promise<Result>): Promise<Result>;
  /** Resolves when a change can be written now; tries once only. */
  probe(): Promise<void>;
  /** Resolves when everything asked for has ended. */
  close(): Promise<void>;
}
