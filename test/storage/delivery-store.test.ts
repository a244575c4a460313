import { createMemoryStores } from '../support/memory-stores.ts';
import { openFileStores } from './open-file-stores.ts';
import { describeDeliveryStoreContract } from './delivery-store.contract.ts';

describeDeliveryStoreContract('in memory', () => Promise.resolve(createMemoryStores()));
describeDeliveryStoreContract('in a file', openFileStores);
