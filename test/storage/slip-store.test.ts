import { createMemoryStores } from '../support/memory-stores.ts';
import { openFileStores } from './open-file-stores.ts';
import { describeSlipStoreContract } from './slip-store.contract.ts';

describeSlipStoreContract('in memory', () => Promise.resolve(createMemoryStores()));
describeSlipStoreContract('in a file', openFileStores);
