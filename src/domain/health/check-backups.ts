import { amber, green, red, type HealthLine } from './health-line.ts';

export type BackupFacts =
  | { readonly kind: 'off' }
  | { readonly kind: 'unreadable' }
  /** When the newest backup that was restored on trial was made, up to now. */
  | { readonly kind: 'on'; readonly newest?: Date | undefined };

const hourMs = 60 * 60 * 1000;
const latestHours = 48;

/** Whether there is a verified backup of the last 48 hours. */
export function checkBackups(backups: BackupFacts, now: Date): HealthLine {
  const todo = 'ICT lead: check that the bot runs, the disk of BACKUP_DIR has room, and what the log says of backups.';
  if (backups.kind === 'off') {
    return amber('backup', 'There are no nightly backups.', 'ICT lead: set BACKUP_DIR to a folder on another disk.');
  }
  if (backups.kind === 'unreadable') return red('backup', 'The folder of the backups cannot be read.', todo);
  if (!backups.newest) return red('backup', 'There is no backup that was restored on trial.', todo);
  const hours = Math.floor((now.getTime() - backups.newest.getTime()) / hourMs);
  if (hours >= latestHours) {
    return red('backup', `The newest backup that was restored on trial is ${hours} hours old.`, todo);
  }
  return green('backup', `The newest backup is ${hours} hours old and was restored on trial.`);
}
