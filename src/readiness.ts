const keepMs = 1000;

/**
 * Says whether the bot could do its work now: each of `checks` resolves to true. What Teams is doing does not count:
 * an outage there is no reason to take the bot out of service. An answer is kept for a second, so that asking often
 * does not write often. `now` is in milliseconds. The returned function never rejects.
 */
export function createReadiness(
  checks: readonly (() => Promise<boolean>)[],
  now: () => number,
): () => Promise<boolean> {
  let last: { readonly at: number; readonly ready: Promise<boolean> } | undefined;
  return () => {
    if (last && now() - last.at < keepMs) return last.ready;
    const ready = Promise.all(checks.map((check) => check())).then(
      (passed) => passed.every(Boolean),
      () => false,
    );
    last = { at: now(), ready };
    return ready;
  };
}
