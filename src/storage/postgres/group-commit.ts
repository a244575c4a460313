import type { Database } from './database.ts';
import type { Fact, FactSession } from './fact.ts';
import { isOfOneChange, isTooSlow } from './failures.ts';
import { recordFacts, type FactToRecord } from './record-facts.ts';

/**
 * Records one fact and resolves when it is committed and on the server's disk; rejects, with nothing of it recorded, when
 * it could not be.
 */
export type RecordFact = <Result>(fact: Fact<Result>) => Promise<Result>;

export interface GroupCommit {
  readonly record: RecordFact;
  /** Resolves when everything asked for so far is recorded or refused. */
  readonly settled: () => Promise<void>;
}

interface Waiting extends FactToRecord {
  /** `made`: what the act made, where it came before. */
  resolve(made: string | undefined): void;
  reject(error: unknown): void;
}

const mostFacts = 200;
/** A transaction that takes longer than this holds up nobody who comes after. */
const slowMs = 250;
const mostAtOnce = 4;

/**
 * Group commit: facts that arrive while a transaction is under way wait for it to end and then share the next one. A fact
 * alone is recorded at once. Where one of several cannot be recorded, or waits for a row that somebody holds, all are
 * undone and recorded again without it, and it by itself. Only what is in the way of all of them refuses all: a server
 * that cannot be reached or takes no changes, or another instance that holds an act or a chain for seconds.
 */
export function createGroupCommit(db: Database): GroupCommit {
  const waiting: Waiting[] = [];
  const asked = new Set<Promise<unknown>>();
  let underWay = 0;
  let slow = 0;

  function start(): void {
    if (waiting.length > 0 && underWay === slow && underWay < mostAtOnce) void work();
  }

  async function work(): Promise<void> {
    underWay++;
    // Whoever was just acknowledged and goes on with another fact at once is to be in this transaction, not the next.
    await new Promise((resolve) => setImmediate(resolve));
    const batch = waiting.splice(0, mostFacts);
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      slow++;
      start();
    }, slowMs);
    await commit(batch);
    clearTimeout(timer);
    if (isSlow) slow--;
    underWay--;
    start();
  }

  async function commit(batch: readonly Waiting[]): Promise<void> {
    if (batch.length === 0) return;
    let running: Waiting | undefined;
    let ofOne = false;
    const facts = batch.map((one) => ({
      ...one,
      run: async (session: FactSession) => {
        running = one;
        await one.run(session);
        running = undefined;
      },
    }));
    try {
      const taken = await db.transaction(async (session) => {
        running = undefined;
        try {
          return await recordFacts(session, facts);
        } catch (error) {
          ofOne = isOfOneChange(error) && (running !== undefined || !isTooSlow(error));
          throw error;
        }
      });
      taken.forEach((one, n) => batch[n]?.resolve(one.kind === 'seen' ? one.made : undefined));
    } catch (error) {
      if (batch.length === 1 || !ofOne) return batch.forEach((one) => one.reject(error));
      await Promise.all(without(batch, running).map(commit));
    }
  }

  function record<Result>(fact: Fact<Result>): Promise<Result> {
    const outcome = new Promise<Result>((resolve, reject) => {
      let done: { result: Result } | undefined;
      waiting.push({
        once: fact.once,
        run: async (session) => void (done = { result: await fact.record(session) }),
        resolve: (made) => {
          if (made !== undefined) fact.once?.seen(made).then(resolve, reject);
          else if (done) resolve(done.result);
        },
        reject,
      });
      start();
    });
    asked.add(outcome);
    const forget = () => void asked.delete(outcome);
    outcome.then(forget, forget);
    return outcome;
  }

  return { record, settled: async () => void (await Promise.allSettled(asked)) };
}

/** The batch in parts: those before and after the one in its way, and that one; or halves, where nobody knows which it is. */
function without(batch: readonly Waiting[], culprit: Waiting | undefined): (readonly Waiting[])[] {
  const at = culprit ? batch.indexOf(culprit) : -1;
  const half = Math.ceil(batch.length / 2);
  if (at < 0) return [batch.slice(0, half), batch.slice(half)];
  return [batch.slice(0, at), batch.slice(at, at + 1), batch.slice(at + 1)];
}
