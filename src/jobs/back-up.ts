import { Cron } from 'croner';
import type { Log } from '../log.ts';

export interface BackUpDeps {
  /** Makes and verifies one backup. */
  readonly backUp: () => Promise<
    { readonly kind: 'made'; readonly deleted: number } | { readonly kind: 'failed'; readonly code: string }
  >;
  /** When the newest verified backup up to now was made; nothing when there is none. Milliseconds. */
  readonly newest: () => Promise<number | undefined>;
  /** The time zone of the school. */
  readonly timeZone: string;
  readonly now: () => Date;
  readonly log: Log;
}

const nightly = '30 2 * * *';
const hourly = '45 * * * *';
const hourMs = 60 * 60 * 1000;
/** Another process with the same folder may have made one just now. */
const enoughMs = { nightly: hourMs, overdue: 26 * hourMs };

/**
 * Backs up every night at 02:30 in the school's time zone, and within the hour when the newest backup is older than 26
 * hours: after a night in which the machine was off or the disk was full. `stop` resolves when the one under way is done.
 */
export function startBackUps(deps: BackUpDeps): { stop(): Promise<void> } {
  let working: Promise<void> = Promise.resolve();
  let stopped = false;
  const run = (why: keyof typeof enoughMs) =>
    (working = working.then(() => (stopped ? undefined : backUpNow(deps, why))));
  const jobs = [
    new Cron(nightly, { timezone: deps.timeZone, protect: true }, () => run('nightly')),
    new Cron(hourly, { protect: true }, () => run('overdue')),
  ];
  void run('overdue');
  return {
    stop() {
      stopped = true;
      jobs.forEach((job) => job.stop());
      return working;
    },
  };
}

/** Never rejects: a failure is logged with a code, leaves the older backups, and is tried again within the hour. */
export async function backUpNow(deps: BackUpDeps, why: keyof typeof enoughMs): Promise<void> {
  const { backUp, newest, now, log } = deps;
  try {
    if (now().getTime() - ((await newest()) ?? 0) < enoughMs[why]) return;
    const started = performance.now();
    const made = await backUp();
    const ms = Math.round(performance.now() - started);
    if (made.kind === 'failed') {
      return log.error({ code: made.code, ms }, 'no backup was made; the older ones stay');
    }
    log.info({ count: made.deleted, ms }, 'a backup was made and restored on trial; count were too old and deleted');
  } catch (err) {
    log.error({ code: 'backup-failed', err }, 'no backup was made; the older ones stay');
  }
}
