import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** For so long a nightly backup is kept; personal data in it are gone by then. */
const keptMs = 35 * 24 * 60 * 60 * 1000;
const pattern = /^staffroom-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup$/;

export interface NightlyBackup {
  readonly file: string;
  /** When it was made, by its name; milliseconds. */
  readonly madeMs: number;
}

/** The name of a nightly backup that was made at `now` and verified. One that is not verified yet has another name. */
export function nightlyName(now: Date): string {
  return `staffroom-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z.backup`;
}

/** The verified nightly backups of a folder, newest first. Rejects when the folder cannot be read. */
export async function listBackups(dir: string): Promise<NightlyBackup[]> {
  const found = (await readdir(dir)).flatMap((name) => {
    const [, day, hours, minutes, seconds] = pattern.exec(name) ?? [];
    const madeMs = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
    return Number.isNaN(madeMs) ? [] : [{ file: join(dir, name), madeMs }];
  });
  return found.sort((a, b) => b.madeMs - a.madeMs);
}

/**
 * Deletes nightly backups of more than 35 days ago. Where the one before the newest is as old as that itself, the clock
 * may be wrong: then nothing is deleted until the next one. Returns how many.
 */
export async function deleteOldBackups(dir: string, now: Date): Promise<number> {
  const isOld = ({ madeMs }: NightlyBackup) => now.getTime() - madeMs > keptMs;
  const [newest, previous, ...older] = (await listBackups(dir)).filter(({ madeMs }) => madeMs <= now.getTime());
  if (!newest || !previous || isOld(newest) || isOld(previous)) return 0;
  const old = older.filter(isOld);
  for (const { file } of old) await rm(file, { force: true });
  return old.length;
}
