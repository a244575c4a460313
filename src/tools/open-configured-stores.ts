import type { Config } from '../config.ts';
import { openStores } from '../storage/open-stores.ts';
import type { Stores } from '../storage/stores.ts';

/** Opens the stores that the settings name, for a command. Rejects with a StoreError, `in-use` while a bot has them to itself. */
export function openConfiguredStores({ dataDir, database, appService }: Config): Promise<Stores> {
  return openStores({ dataDir, databaseUrl: database?.url, appService });
}
