/** What retention has to remember from run to run: that something was so, and since when. */
export interface RetentionMemo {
  /** `run`: when a run last believed the clock; `left <tenant> <object id>`: since when somebody is seen nowhere. */
  readonly name: string;
  readonly at: string;
}

/** Every method is atomic; a promise that resolves means the fact is durable. Backups hold no memos: after one is restored the first run destroys nothing. */
export interface RetentionStore {
  memos(): Promise<readonly RetentionMemo[]>;
  /** Sets these, in place of those of the same names, and drops those that are named. */
  saveMemos(set: readonly RetentionMemo[], drop: readonly string[]): Promise<void>;
  /**
   * Rewrites the files of the store until none holds any more what was destroyed before, as far as that is in the hands of
   * this process; backups and the log of a database server are not.
   */
  sweep(): Promise<void>;
}

export const runMemo = 'run';
