import { afterAll, beforeAll, describe, onTestFinished, test } from 'vitest';
import { openStores } from '../../src/storage/open-stores.ts';
import { findPostgres, startPostgresServer, type PostgresServer } from '../support/postgres-server.ts';
import { describeDeliveryStoreContract } from './delivery-store.contract.ts';
import { describeLedgerStoreContract } from './ledger-store.contract.ts';
import { personStoreContract } from './person-store.contract.ts';
import { describeQuestionStoreContract } from './question-store.contract.ts';

const bin = findPostgres();

if (!bin) {
  test.skip('PostgreSQL is not installed here: the contracts did not run on a real server', () => undefined);
} else {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgresServer(bin);
  });
  afterAll(() => server.remove());

  const open = async () => {
    const stores = await openStores({ dataDir: '', databaseUrl: await server.openEmpty() });
    onTestFinished(() => stores.close());
    return stores;
  };
  describe('a real server', () => {
    const name = 'on a PostgreSQL server';
    personStoreContract(name, async () => (await open()).persons);
    describeDeliveryStoreContract(name, open);
    describeQuestionStoreContract(name, open);
    describeLedgerStoreContract(name, open);
  });
}
