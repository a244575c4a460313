import { Low, Memory } from 'lowdb';
import { createGroupCommit } from '../../src/storage/lowdb/group-commit.ts';
import { createLowdbStores } from '../../src/storage/lowdb/create-lowdb-stores.ts';
import { emptyStore, type StoreData } from '../../src/storage/lowdb/store-data.ts';
import type { Stores } from '../../src/storage/stores.ts';

/** The real stores over lowdb's own Memory adapter: everything but the disk. */
export function createMemoryStores(): Stores {
  const db = createGroupCommit(new Low<StoreData>(new Memory(), emptyStore));
  return {
    ...createLowdbStores(db),
    kind: 'lowdb',
    health: () => Promise.resolve({ serves: true, bytes: 0, findings: [] }),
    close: () => db.settled(),
  };
}
