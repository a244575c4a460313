import { stat } from 'node:fs/promises';
import { listBackups } from '../../backup/backup-folder.ts';
import type { BackupFacts } from '../../domain/health/check-backups.ts';

type Gathered = BackupFacts & { readonly written?: Date | undefined };

/** The newest verified backup by its name, and when its file was written. */
export async function gatherBackups(dir: string | undefined, now: Date): Promise<Gathered> {
  if (dir === undefined) return { kind: 'off' };
  try {
    const newest = (await listBackups(dir)).find(({ madeMs }) => madeMs <= now.getTime());
    if (!newest) return { kind: 'on' };
    return { kind: 'on', newest: new Date(newest.madeMs), written: (await stat(newest.file)).mtime };
  } catch {
    return { kind: 'unreadable' };
  }
}
