import type { Config } from '../../config.ts';
import type { LedgerStore } from '../../domain/ledger/ledger-store.ts';
import { openLowdbSnapshot } from '../../storage/lowdb/open-lowdb-snapshot.ts';
import { StoreError } from '../../storage/store-error.ts';
import { openConfiguredStores } from '../open-configured-stores.ts';

/** Opens the ledgers to read from them, whether the bot is serving or not. Rejects with a StoreError. */
export async function openToRead(config: Config): Promise<{ ledger: LedgerStore; close(): Promise<void> }> {
  if (config.database) return openConfiguredStores(config);
  const opened = await openLowdbSnapshot(config.dataDir);
  if (opened.kind === 'missing') throw new StoreError(`There is no store in ${config.dataDir} yet. Check DATA_DIR.`);
  return { ledger: opened.snapshot.ports.ledger, close: () => Promise.resolve() };
}
