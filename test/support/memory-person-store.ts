import type { PersonStore } from '../../src/domain/people/person-store.ts';
import { createMemoryStores } from './memory-stores.ts';

/** The real person store over lowdb's own Memory adapter: everything but the disk. */
export function createMemoryPersonStore(): PersonStore {
  return createMemoryStores().persons;
}
