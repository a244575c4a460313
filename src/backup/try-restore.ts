import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores } from '../storage/open-stores.ts';
import { openBackup } from './open-backup.ts';
import { restoreContent } from './restore-content.ts';

export type Tried = { readonly kind: 'good' } | { readonly kind: 'bad'; readonly why: string };

/**
 * Restores a backup into a temporary store on this machine, reads it back, and takes the store away again. Rejects when
 * the temporary store cannot be made.
 */
export async function tryRestore(
  file: string,
  { now, publicKeys }: { now: Date; publicKeys: ReadonlyMap<string, string> },
): Promise<Tried> {
  const backup = await openBackup(file, publicKeys);
  if (backup.kind === 'refused') return { kind: 'bad', why: backup.why };
  const dataDir = await mkdtemp(join(tmpdir(), 'staffroom-backup-'));
  try {
    const stores = await openStores({ dataDir });
    try {
      const restored = await restoreContent(stores.transfer, backup.content, now);
      if (restored.kind === 'restored') return { kind: 'good' };
      return { kind: 'bad', why: restored.kind === 'differs' ? restored.why : 'the temporary store was not empty' };
    } finally {
      await stores.close();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
