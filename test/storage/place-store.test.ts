import { createMemoryStores } from '../support/memory-stores.ts';
import { describePlaceStoreContract } from './place-store.contract.ts';
import { openFileStores } from './open-file-stores.ts';

describePlaceStoreContract('in memory', () => Promise.resolve(createMemoryStores()));
describePlaceStoreContract('in a file', openFileStores);
