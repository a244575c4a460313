import { mkdir } from 'node:fs/promises';
import { createLowdbStores } from './lowdb/create-lowdb-stores.ts';
import { openLowdb } from './lowdb/open-lowdb.ts';
import type { Stores } from './stores.ts';

/**
 * Opens the stores in the folder `dataDir`, which is made when it does not exist. The folder belongs to one process.
 * Rejects with a StoreError, one line for whoever starts the bot, when what is there cannot be used.
 */
export async function openStores({ dataDir }: { dataDir: string }): Promise<Stores> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const { db, bytes } = await openLowdb(dataDir, { now: () => new Date() });
  return {
    ...createLowdbStores(db),
    kind: 'lowdb',
    health: () => Promise.resolve({ serves: true, bytes: bytes(), findings: [] }),
    close: () => db.settled(),
  };
}
