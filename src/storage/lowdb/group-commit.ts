import type { Low } from 'lowdb';

/** A change to the store: pure, and says what the caller wants to know. The same `data` returned means nothing to write. */
export type Change<Data, Result> = (data: Data) => { data: Data; result: Result };

/** A lowdb database in which a change is visible, and acknowledged, only when it is stored. */
export interface Committed<Data> {
  /** What is stored now. */
  data(): Data;
  /** Resolves when the change is stored; rejects, with nothing changed, when it could not be. */
  change<Result>(change: Change<Data, Result>): Promise<Result>;
  /** Writes what is stored once more. Resolves when that succeeded. */
  probe(): Promise<void>;
  /** Resolves when everything asked for so far is stored or refused. */
  settled(): Promise<void>;
}

interface Waiting<Data> {
  /** Applies the change to the batch and remembers its result. */
  apply(data: Data): Data;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Group commit: changes that arrive while a write is under way wait for it to end and then share one write, which
 * acknowledges all of them. So nobody waits for more than the write under way and their own.
 */
export function createGroupCommit<Data extends object>(db: Low<Data>): Committed<Data> {
  let waiting: Waiting<Data>[] = [];
  let working: Promise<void> = Promise.resolve();
  let busy = false;

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await commit(batch);
    }
    busy = false;
  }

  async function commit(batch: readonly Waiting<Data>[]): Promise<void> {
    const accepted: Waiting<Data>[] = [];
    let next = db.data;
    for (const one of batch) {
      try {
        next = one.apply(next);
        accepted.push(one);
      } catch (error) {
        one.reject(error);
      }
    }
    try {
      if (next !== db.data) await db.adapter.write(next);
      db.data = next;
      accepted.forEach((one) => one.resolve());
    } catch (error) {
      // Which step failed is unknown here, so memory is set to what the file holds; unreadable, it stays as it was.
      await db.read().catch(() => undefined);
      accepted.forEach((one) => one.reject(error));
    }
  }

  function change<Result>(recipe: Change<Data, Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      let done: { data: Data; result: Result } | undefined;
      waiting.push({
        apply: (data) => (done = recipe(data)).data,
        resolve: () => done && resolve(done.result),
        reject,
      });
      if (busy) return;
      busy = true;
      working = Promise.resolve().then(work);
    });
  }

  return {
    data: () => db.data,
    change,
    probe: () => change((data) => ({ data: { ...data }, result: undefined })),
    settled: () => working,
  };
}
