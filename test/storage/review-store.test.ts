import { createMemoryStores } from '../support/memory-stores.ts';
import { openFileStores } from './open-file-stores.ts';
import { describeReviewStoreContract } from './review-store.contract.ts';

describeReviewStoreContract('in memory', () => Promise.resolve(createMemoryStores()));
describeReviewStoreContract('in a file', openFileStores);
