import { openLowdbStores, type LowdbPlace } from './lowdb/open-lowdb-stores.ts';
import type { Stores } from './stores.ts';

/**
 * Opens the stores in the folder `dataDir`, which is made when it does not exist. The folder belongs to one process.
 * Rejects with a StoreError, one line for whoever starts the bot, when what is there cannot be used.
 */
export function openStores(place: LowdbPlace): Promise<Stores> {
  return openLowdbStores(place);
}
