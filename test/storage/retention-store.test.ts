import { createMemoryStores } from '../support/memory-stores.ts';
import { openFileStores } from './open-file-stores.ts';
import { describeRetentionStoreContract } from './retention-store.contract.ts';

describeRetentionStoreContract('in memory', () => Promise.resolve(createMemoryStores()));
describeRetentionStoreContract('in a file', openFileStores);
