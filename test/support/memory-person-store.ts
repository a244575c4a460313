import { Low, Memory } from 'lowdb';
import type { PersonStore } from '../../src/domain/people/person-store.ts';
import { createLowdbPersonStore } from '../../src/storage/lowdb/create-lowdb-person-store.ts';
import { createGroupCommit } from '../../src/storage/lowdb/group-commit.ts';
import { emptyStore, type StoreData } from '../../src/storage/lowdb/store-data.ts';

/** The real person store over lowdb's own Memory adapter: everything but the disk. */
export function createMemoryPersonStore(): PersonStore {
  return createLowdbPersonStore(createGroupCommit(new Low<StoreData>(new Memory(), emptyStore)));
}
