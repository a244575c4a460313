import { createMemoryStores } from '../support/memory-stores.ts';
import { describeAbsenceStoreContract } from './absence-store.contract.ts';
import { openFileStores } from './open-file-stores.ts';

describeAbsenceStoreContract('in memory', () => Promise.resolve(createMemoryStores()));
describeAbsenceStoreContract('in a file', openFileStores);
