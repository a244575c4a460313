import { openLowdbStores, type LowdbPlace } from './lowdb/open-lowdb-stores.ts';
import type { Stores } from './stores.ts';

export interface StoresPlace extends LowdbPlace {
  /** The stores are in this PostgreSQL database, shared with any number of processes, and `dataDir` is left alone. */
  readonly databaseUrl?: string | undefined;
}

/**
 * Opens the stores: in PostgreSQL at `databaseUrl`, or else in the folder `dataDir`, which is made when it does not exist
 * and belongs to one process. Rejects with a StoreError, one line for whoever starts the bot, when what is there cannot
 * be used.
 */
export async function openStores({ databaseUrl, ...place }: StoresPlace): Promise<Stores> {
  if (databaseUrl === undefined) return openLowdbStores(place);
  const { openPostgresStores } = await import('./postgres/open-postgres-stores.ts'); // only whoever has one waits for its driver
  return openPostgresStores(databaseUrl);
}
