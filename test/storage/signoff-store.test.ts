import { createMemoryStores } from '../support/memory-stores.ts';
import { openFileStores } from './open-file-stores.ts';
import { describeSignoffStoreContract } from './signoff-store.contract.ts';

describeSignoffStoreContract('in memory', () => Promise.resolve(createMemoryStores()));
describeSignoffStoreContract('in a file', openFileStores);
