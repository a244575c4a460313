const keepMs = 5 * 60_000;
const keepAtMost = 5_000;

/**
 * Remembers for five minutes which activities were received, at most 5,000 of them, so that a redelivered one runs once.
 * `once(key, work)` runs `work` for a key that is new; for a known one it gives the same result, waiting for it where
 * the first run is not finished. `now` is in milliseconds.
 */
export function createInbox<Result>(now: () => number): {
  once(key: string, work: () => Promise<Result>): Promise<Result>;
} {
  const received = new Map<string, { at: number; result: Promise<Result> }>();

  function makeRoom(): void {
    for (const [key, { at }] of received) {
      if (now() - at < keepMs && received.size < keepAtMost) return;
      received.delete(key);
    }
  }

  return {
    once(key, work) {
      const known = received.get(key);
      if (known && now() - known.at < keepMs) return known.result;
      received.delete(key);
      makeRoom();
      const result = work();
      received.set(key, { at: now(), result });
      return result;
    },
  };
}
