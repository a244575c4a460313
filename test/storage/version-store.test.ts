import { createMemoryStores } from '../support/memory-stores.ts';
import { openFileStores } from './open-file-stores.ts';
import { describeVersionStoreContract } from './version-store.contract.ts';

describeVersionStoreContract('in memory', () => Promise.resolve(createMemoryStores()));
describeVersionStoreContract('in a file', openFileStores);
