import { createMemoryStores } from '../support/memory-stores.ts';
import { openFileStores } from './open-file-stores.ts';
import { describeLedgerStoreContract } from './ledger-store.contract.ts';

describeLedgerStoreContract('in memory', () => Promise.resolve(createMemoryStores()));
describeLedgerStoreContract('in a file', openFileStores);
