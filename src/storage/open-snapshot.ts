import { inspectFolder } from './lowdb/open-lowdb-stores.ts';
import { openLowdbSnapshot } from './lowdb/open-lowdb-snapshot.ts';
import { openStores, type StoresPlace } from './open-stores.ts';
import type { StoreHealth, StorePorts, Stores } from './stores.ts';

/** A store to read from while the bot may be serving. */
export interface StoreSnapshot {
  readonly kind: Stores['kind'];
  readonly ports: StorePorts;
  readonly health: StoreHealth;
  /** Where the newest file was not whole: why, as the end of a sentence, and when what was read had been saved. */
  readonly older?: { readonly why: string; readonly savedAt?: string | undefined };
  close(): Promise<void>;
}

/**
 * Opens a store to read from it: the file as it was last written, without its lock, or the PostgreSQL database. Nothing
 * where there never was a store. Rejects with a StoreError when it cannot be used.
 */
export async function openSnapshot(
  place: Pick<StoresPlace, 'dataDir' | 'databaseUrl'>,
): Promise<StoreSnapshot | undefined> {
  if (place.databaseUrl !== undefined) {
    const stores = await openStores(place);
    return { kind: stores.kind, ports: stores, health: await stores.health(), close: () => stores.close() };
  }
  const opened = await openLowdbSnapshot(place.dataDir);
  if (opened.kind === 'missing') return undefined;
  const { ports, bytes, why, savedAt } = opened.snapshot;
  return {
    kind: 'lowdb',
    ports,
    health: { serves: true, bytes, findings: await inspectFolder(place.dataDir, bytes) },
    ...(why !== undefined && { older: { why, savedAt } }),
    close: () => Promise.resolve(),
  };
}
