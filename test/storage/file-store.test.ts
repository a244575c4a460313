import { createMemoryStores } from '../support/memory-stores.ts';
import { describeFileStoreContract } from './file-store.contract.ts';
import { openFileStores } from './open-file-stores.ts';

describeFileStoreContract('in memory', () => Promise.resolve(createMemoryStores()));
describeFileStoreContract('in a file', openFileStores);
