import { createMemoryStores } from '../support/memory-stores.ts';
import { describeIncidentStoreContract } from './incident-store.contract.ts';
import { openFileStores } from './open-file-stores.ts';

describeIncidentStoreContract('in memory', () => Promise.resolve(createMemoryStores()));
describeIncidentStoreContract('in a file', openFileStores);
