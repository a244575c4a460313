import type { PersonStore } from '../domain/people/person-store.ts';
import { createLowdbPersonStore } from './lowdb/create-lowdb-person-store.ts';
import { openLowdb } from './lowdb/open-lowdb.ts';

export interface Stores {
  readonly persons: PersonStore;
  /** Resolves when everything accepted so far is stored. */
  close(): Promise<void>;
}

/**
 * Opens the stores in the folder `dataDir`, which is made when it does not exist. The folder belongs to one process.
 * Rejects with a StoreError, one line for whoever starts the bot, when what is there cannot be used.
 */
export async function openStores({ dataDir }: { dataDir: string }): Promise<Stores> {
  const db = await openLowdb(dataDir);
  return { persons: createLowdbPersonStore(db), close: () => db.settled() };
}
