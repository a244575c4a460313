import { Cron } from 'croner';
import { resealAll, type ResealDeps } from '../domain/secrecy/reseal-all.ts';
import type { Log } from '../log.ts';

const everyMinute = '* * * * *';

/**
 * While a change of keys is under way, seals everything under the new key, and takes an old key off the ring once
 * nothing was found sealed under it twice, a minute apart: what was being stored the first time is there the second.
 * `stop` resolves when the text under way is stored.
 */
export function startRetiringKeys(deps: ResealDeps & { readonly log: Log }): { stop(): Promise<void> } {
  const look = createKeyRetirement(deps);
  let working: Promise<void> = Promise.resolve();
  const job = new Cron(everyMinute, { protect: true }, () => (working = working.then(look)));
  return {
    stop() {
      job.stop();
      return working;
    },
  };
}

/** One look; the calls are to be as far apart as a text may take from being sealed to being stored. Never rejects. */
export function createKeyRetirement({ log, ...deps }: ResealDeps & { readonly log: Log }): () => Promise<void> {
  let unusedBefore: readonly string[] = [];
  return async () => {
    try {
      const { resealed, unreadable, unused } = await resealAll(deps);
      if (resealed > 0) log.info({ count: resealed }, 'texts were sealed under the new key');
      if (unreadable > 0) {
        log.error(
          { count: unreadable, code: 'cannot-open' },
          'texts cannot be opened; their old key stays on the ring',
        );
      }
      const gone = unused.filter((kid) => unusedBefore.includes(kid));
      unusedBefore = unused;
      if (gone.length === 0 || !(await deps.rotation.state()).dropUnused) return;
      await deps.rotation.drop(gone);
      log.info({ count: gone.length }, 'old keys were taken off the ring');
    } catch (err) {
      log.error({ code: 'not-resealed', err }, 'a change of keys did not go on; the next run tries again');
    }
  };
}
