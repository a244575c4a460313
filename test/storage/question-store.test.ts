import { createMemoryStores } from '../support/memory-stores.ts';
import { openFileStores } from './open-file-stores.ts';
import { describeQuestionStoreContract } from './question-store.contract.ts';

describeQuestionStoreContract('in memory', () => Promise.resolve(createMemoryStores()));
describeQuestionStoreContract('in a file', openFileStores);
