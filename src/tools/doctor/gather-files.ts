import { stat, statfs } from 'node:fs/promises';
import type { Places } from '../../config.ts';
import { generationPaths } from '../../storage/lowdb/store-file.ts';

/** The room on the disks of the store's folder and of the backups, as far as they are there. */
export async function gatherDisks({
  dataDir,
  backupDir,
}: Pick<Places, 'dataDir' | 'backupDir'>): Promise<{ of: string; freeBytes: number }[]> {
  const folders = [
    { of: 'the store', folder: dataDir },
    ...(backupDir === undefined ? [] : [{ of: 'the backups', folder: backupDir }]),
  ];
  const found = await Promise.all(
    folders.map(async ({ of, folder }) => {
      const disk = await statfs(folder).catch(() => undefined);
      return disk ? [{ of, freeBytes: disk.bavail * disk.bsize }] : [];
    }),
  );
  return found.flat();
}

/** When the files of the store were last written. */
export function gatherWritten({ dataDir }: Pick<Places, 'dataDir'>): Promise<(Date | undefined)[]> {
  return Promise.all(
    generationPaths(dataDir).map((path) =>
      stat(path).then(
        ({ mtime }) => mtime,
        () => undefined,
      ),
    ),
  );
}
