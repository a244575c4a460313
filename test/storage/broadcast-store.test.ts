import { createMemoryStores } from '../support/memory-stores.ts';
import { describeBroadcastStoreContract } from './broadcast-store.contract.ts';
import { openFileStores } from './open-file-stores.ts';

describeBroadcastStoreContract('in memory', () => Promise.resolve(createMemoryStores()));
describeBroadcastStoreContract('in a file', openFileStores);
