import type { Low } from 'lowdb';
import { StoreError } from '../store-error.ts';

/** A change to the store: pure, and says what the caller wants to know. The same `data` returned means nothing to write. */
export type Change<Data, Result> = (data: Data) => { data: Data; result: Result };

/** A lowdb database in which a change is visible, and acknowledged, only when it is stored. */
export interface Committed<Data> {
  /** What is stored now. */
  data(): Data;
  /** Resolves when the change is stored; rejects, with nothing changed, when it could not be. */
  change<Result>(change: Change<Data, Result>): Promise<Result>;
  /** Resolves when a change could be stored now. */
  probe(): Promise<void>;
  /** Why the last change or probe failed; nothing when it did not. */
  failure(): StoreError | undefined;
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
 * A write that fails with a StoreError `full` or `not-written` has changed nothing, and the next is tried as usual; after
 * one that is `broken` nothing more is written. `probe` says whether the place of the data would take a write.
 */
export function createGroupCommit<Data extends object>(
  db: Low<Data>,
  probe: (data: Data) => Promise<void> = () => Promise.resolve(),
): Committed<Data> {
  let waiting: Waiting<Data>[] = [];
  let working: Promise<void> = Promise.resolve();
  let busy = false;
  let failure: StoreError | undefined;

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      // Whoever was just acknowledged and goes on with another change at once is to be in this batch, not the next.
      await new Promise((resolve) => setImmediate(resolve));
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
      if (next !== db.data) {
        refuseIfBroken();
        await db.adapter.write(next);
        failure = undefined;
      }
      db.data = next;
      accepted.forEach((one) => one.resolve());
    } catch (error) {
      await noteFailure(error);
      accepted.forEach((one) => one.reject(error));
    }
  }

  /** Sets memory to what the file holds wherever the failure leaves that open; unreadable, memory stays as it was. */
  async function noteFailure(error: unknown): Promise<void> {
    if (error === failure) return;
    const known = error instanceof StoreError ? error : undefined;
    failure = known ?? new StoreError('A change could not be stored, for a reason that is not known.', 'not-written');
    if (known?.kind !== 'full' && known?.kind !== 'not-written') await db.read().catch(() => undefined);
  }

  function refuseIfBroken(): void {
    if (failure?.kind === 'broken') throw failure;
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
    probe: async () => {
      refuseIfBroken();
      try {
        await probe(db.data);
        refuseIfBroken();
        failure = undefined;
      } catch (error) {
        if (error instanceof StoreError) failure = error;
        throw error;
      }
    },
    failure: () => failure,
    settled: () => working,
  };
}
