import { createMemoryPersonStore } from '../support/memory-person-store.ts';
import { openFileStores } from './open-file-stores.ts';
import { personStoreContract } from './person-store.contract.ts';

personStoreContract('in memory', () => Promise.resolve(createMemoryPersonStore()));
personStoreContract('in a file', async () => (await openFileStores()).persons);
