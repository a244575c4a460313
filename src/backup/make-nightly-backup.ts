import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../storage/lowdb/store-file.ts';
import type { StoreTransfer } from '../storage/store-content.ts';
import { deleteOldBackups, nightlyName } from './backup-folder.ts';
import { makeBackup } from './make-backup.ts';
import { tryRestore } from './try-restore.ts';

export type NightlyOutcome =
  | { readonly kind: 'made'; readonly bytes: number; readonly deleted: number }
  /** The older ones are as they were. */
  | { readonly kind: 'failed'; readonly code: 'store-broken' | 'backup-exists' | 'backup-not-restorable' };

/**
 * Makes a backup in `dir`, restores it into a temporary store to see that it can be, gives it its name only then, and
 * deletes those that are too old. Rejects when the store or the disk fails; then, too, the older ones are as they were.
 */
export async function makeNightlyBackup(
  store: Pick<StoreTransfer, 'exportAll'>,
  dir: string,
  { now, publicKeys }: { now: Date; publicKeys: ReadonlyMap<string, string> },
): Promise<NightlyOutcome> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, nightlyName(now));
  const unverified = `${file}.unverified`;
  await rm(unverified, { force: true });
  try {
    const made = await makeBackup(store, unverified, { now, publicKeys });
    if (made.kind === 'broken') return { kind: 'failed', code: 'store-broken' };
    if (made.kind === 'exists') return { kind: 'failed', code: 'backup-exists' };
    const tried = await tryRestore(unverified, { now, publicKeys });
    if (tried.kind === 'bad') return { kind: 'failed', code: 'backup-not-restorable' };
    await rename(unverified, file);
    await syncFolder(dir);
    return { kind: 'made', bytes: made.bytes, deleted: await deleteOldBackups(dir, now) };
  } finally {
    await rm(unverified, { force: true });
    await rm(`${unverified}.new`, { force: true });
  }
}
