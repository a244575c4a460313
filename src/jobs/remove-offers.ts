import { Cron } from 'croner';
import type { FileStore } from '../domain/files/file-store.ts';
import type { Log } from '../log.ts';

const everyMinute = '* * * * *';

/** Removes the files whose time is over, once a minute. `stop` resolves when the run under way is stored. */
export function startRemovingOffers(deps: {
  readonly files: Pick<FileStore, 'removeExpired'>;
  readonly now: () => Date;
  readonly log: Log;
}): { stop(): Promise<void> } {
  const { files, now, log } = deps;
  let working: Promise<void> = Promise.resolve();
  const look = async () => {
    try {
      await files.removeExpired(now().toISOString());
    } catch (err) {
      log.error(
        { code: 'offers-not-removed', err },
        'files whose time is over were not removed; the next run tries again',
      );
    }
  };
  const job = new Cron(everyMinute, { protect: true }, () => (working = working.then(look)));
  return {
    stop() {
      job.stop();
      return working;
    },
  };
}
