import { readFile, realpath } from 'node:fs/promises';
import { StoreError } from '../store-error.ts';

/** File systems that other machines write to as well, as /proc/mounts names them. */
const networkTypes =
  /^(nfs\d?|cifs|smb\w*|ncpfs|afs|coda|ceph|lustre|gfs2?|ocfs2|gpfs|beegfs|glusterfs|davfs2?|fuse\.(sshfs|ceph.*|glusterfs|s3fs|s3ql|gcsfuse|goofys|rclone|blobfuse\d?|davfs\d?|smb\w*|nfs\w*|curlftpfs|juicefs|mount-s3))$/;

/** Where the process runs. */
export interface Place {
  readonly platform: NodeJS.Platform;
  /** The text of /proc/mounts; nothing where there is none. */
  readonly mounts: string | undefined;
  /** Azure App Service: its disks are shared over the network or gone with the next restart. */
  readonly appService: boolean;
}

/**
 * Rejects with a StoreError that names DATABASE_URL when the existing folder `dataDir` is not on a disk of this machine:
 * over a network neither the lock nor the sync of a file can be relied on.
 */
export async function requireLocalDisk(dataDir: string, { appService }: { appService: boolean }): Promise<void> {
  const folder = await realpath(dataDir);
  const mounts = await readFile('/proc/mounts', 'utf8').catch(() => undefined);
  const type = networkTypeOf(folder, { platform: process.platform, mounts, appService });
  if (type === undefined) return;
  throw new StoreError(
    `The store cannot be kept in ${dataDir}: that is ${type}, where records can be lost. Set DATABASE_URL to a PostgreSQL database, or DATA_DIR to a folder on a disk of this machine.`,
  );
}

/** What kind of shared storage a folder, given by its real path, is on; nothing when it is on a local disk. */
export function networkTypeOf(folder: string, { platform, mounts, appService }: Place): string | undefined {
  if (appService) return 'on Azure App Service, whose storage is shared over the network or lost at a restart';
  if (platform === 'win32') return /^[\\/]{2}/.test(folder) ? 'on a network share' : undefined;
  const type = mounts === undefined ? undefined : mountTypeOf(folder, mounts);
  return type !== undefined && networkTypes.test(type) ? `on a network file system (${type})` : undefined;
}

/** The type of the mount that holds the folder: the longest mount point above it, of equals the last mounted. */
function mountTypeOf(folder: string, mounts: string): string | undefined {
  let found: { point: string; type: string } | undefined;
  for (const line of mounts.split('\n')) {
    const [, escaped, type] = line.split(' ');
    if (escaped === undefined || type === undefined) continue;
    const point = escaped.replaceAll(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
    const holds = folder === point || folder.startsWith(point.endsWith('/') ? point : `${point}/`);
    if (holds && point.length >= (found?.point.length ?? 0)) found = { point, type };
  }
  return found?.type;
}
