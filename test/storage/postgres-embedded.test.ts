import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { createPostgresStores } from '../../src/storage/postgres/create-postgres-stores.ts';
import { migrate, readMigrations } from '../../src/storage/postgres/migrate.ts';
import { startPglite } from '../support/pglite-database.ts';
import { describeDeliveryStoreContract } from './delivery-store.contract.ts';
import { describeLedgerStoreContract } from './ledger-store.contract.ts';
import { personStoreContract } from './person-store.contract.ts';
import { describeQuestionStoreContract } from './question-store.contract.ts';

const migrations = join(projectRoot, 'src/storage/postgres/migrations');
let pglite: Awaited<ReturnType<typeof startPglite>>;

beforeAll(async () => {
  pglite = await startPglite();
});
afterAll(() => pglite.stop());

async function open() {
  const db = await pglite.openEmpty();
  await migrate(db, await readMigrations(migrations));
  return createPostgresStores(db);
}

const name = 'on PostgreSQL inside the process';
personStoreContract(name, async () => (await open()).persons);
describeDeliveryStoreContract(name, open);
describeQuestionStoreContract(name, open);
describeLedgerStoreContract(name, open);
