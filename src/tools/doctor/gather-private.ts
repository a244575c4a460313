import { stat } from 'node:fs/promises';
import type { Config } from '../../config.ts';
import type { PrivateFacts } from '../../domain/health/check-private.ts';

/**
 * Whether others may open the settings, the bot's certificate, the store's folder and the backups', as far as they are there.
 * The key file has its own check. Nothing on Windows, where Node does not tell who may open a file.
 */
export async function gatherPrivate(
  { dataDir, database, backupDir, ...config }: Config,
  platform: NodeJS.Platform = process.platform,
): Promise<PrivateFacts[]> {
  if (platform === 'win32') return [];
  const certificate =
    config.mode === 'production' && config.credential.kind === 'certificate' && config.credential.file;
  const wanted = [
    ['the file .env, which may hold a secret', '.env'],
    ['the certificate with its private key', certificate],
    ['the folder of the store', database ? undefined : dataDir],
    ['the folder of the backups', backupDir],
  ] as const;
  const found = await Promise.all(wanted.map(async ([of, path]) => (path ? [await look(of, path)] : [])));
  return found.flat().filter((one) => one !== undefined);
}

async function look(of: string, path: string): Promise<PrivateFacts | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && { of, path, isOpen: (found.mode & 0o077) !== 0 };
}
