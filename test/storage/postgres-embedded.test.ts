import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { createPostgresStores } from '../../src/storage/postgres/create-postgres-stores.ts';
import { migrate, readMigrations } from '../../src/storage/postgres/migrate.ts';
import { startPglite } from '../support/pglite-database.ts';
import { describeAbsenceStoreContract } from './absence-store.contract.ts';
import { describeBroadcastStoreContract, describeLargestBroadcast } from './broadcast-store.contract.ts';
import { describeDeliveryStoreContract } from './delivery-store.contract.ts';
import { describeFileStoreContract } from './file-store.contract.ts';
import { describeIncidentStoreContract } from './incident-store.contract.ts';
import { describeLedgerStoreContract } from './ledger-store.contract.ts';
import { personStoreContract } from './person-store.contract.ts';
import { describePlaceStoreContract } from './place-store.contract.ts';
import { describeRetentionStoreContract } from './retention-store.contract.ts';
import { describeQuestionStoreContract } from './question-store.contract.ts';
import { describeReviewStoreContract } from './review-store.contract.ts';
import { describeSendSlotsContract } from './send-slots.contract.ts';
import { describeSignoffStoreContract } from './signoff-store.contract.ts';
import { describeSlipStoreContract } from './slip-store.contract.ts';
import { describeVersionStoreContract } from './version-store.contract.ts';
import { act, delivery, question } from './sample-facts.ts';

const migrations = join(projectRoot, 'src/storage/postgres/migrations');
let pglite: Awaited<ReturnType<typeof startPglite>>;

beforeAll(async () => {
  pglite = await startPglite();
});
afterAll(() => pglite.stop());

async function openBoth() {
  const db = await pglite.openEmpty();
  await migrate(db, await readMigrations(migrations));
  return { db, stores: createPostgresStores(db) };
}
const open = async () => (await openBoth()).stores;

const name = 'on PostgreSQL inside the process';
personStoreContract(name, async () => (await open()).persons);
describeDeliveryStoreContract(name, open);
describeQuestionStoreContract(name, open);
describeLedgerStoreContract(name, open);
describeIncidentStoreContract(name, open);
describePlaceStoreContract(name, open);
describeRetentionStoreContract(name, open);
describeAbsenceStoreContract(name, open);
describeVersionStoreContract(name, open);
describeReviewStoreContract(name, open);
describeSignoffStoreContract(name, open);
describeSlipStoreContract(name, open);
describeBroadcastStoreContract(name, open);
describeLargestBroadcast(name, open);
describeFileStoreContract(name, open);
describeSendSlotsContract(name, async () => (await open()).sendSlots);

test('a row that another program changed is refused, and the refusal says nothing of what is in it', async () => {
  const { db, stores } = await openBoth();
  await stores.questions.submit(act(1), question(1), { owed: [delivery(1)], entries: [] });
  await db.transaction((session) => session.script(`update deliveries set state = 'Jamie was hurt'`));
  const found = stores.deliveries.find(delivery(1).key);
  await expect(found).rejects.toThrow(/^A record in PostgreSQL is not as Staffroom wrote it \(state\)\. [^J]*$/);
  await expect(found).rejects.toMatchObject({ name: 'StoreError' });
});
