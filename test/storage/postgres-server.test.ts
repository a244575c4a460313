import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { openStores } from '../../src/storage/open-stores.ts';
import {
  findPostgres,
  makeSchema,
  type PostgresServer,
  runStatement,
  startPostgresServer,
} from '../support/postgres-server.ts';
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

/** A server that runs already, with a user who may make schemas. */
const given = process.env.TEST_DATABASE_URL;
const bin = findPostgres();

describe.skipIf(!given && !bin)('a real server (not run where PostgreSQL is not installed)', () => {
  let server: PostgresServer | undefined;
  beforeAll(async () => {
    if (!given) server = await startPostgresServer(bin ?? '');
  });
  afterAll(() => server?.remove());

  const open = async () => {
    const databaseUrl = given ? await makeSchema(given) : ((await server?.openEmpty()) ?? '');
    const stores = await openStores({ dataDir: '', databaseUrl });
    onTestFinished(async () => {
      await stores.close();
      if (given) await runStatement(given, `drop schema ${/empty_\w+/.exec(databaseUrl)?.[0]} cascade`);
    });
    return stores;
  };
  const name = 'on a PostgreSQL server';
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
});
