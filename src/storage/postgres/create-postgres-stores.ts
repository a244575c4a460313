import type { StorePorts } from '../stores.ts';
import { createPostgresAbsenceStore } from './create-postgres-absence-store.ts';
import { createPostgresBroadcastStore } from './create-postgres-broadcast-store.ts';
import { createPostgresDeliveryStore } from './create-postgres-delivery-store.ts';
import { createPostgresFileStore } from './create-postgres-file-store.ts';
import { createPostgresIncidentStore } from './create-postgres-incident-store.ts';
import { createPostgresLedgerStore } from './create-postgres-ledger-store.ts';
import { createPostgresPersonStore } from './create-postgres-person-store.ts';
import { createPostgresPlaceStore } from './create-postgres-place-store.ts';
import { createPostgresQuestionStore } from './create-postgres-question-store.ts';
import { createPostgresRetentionStore } from './create-postgres-retention-store.ts';
import { createPostgresReviewStore } from './create-postgres-review-store.ts';
import { createPostgresSignoffStore } from './create-postgres-signoff-store.ts';
import { createPostgresSlipStore } from './create-postgres-slip-store.ts';
import { createPostgresTransfer } from './create-postgres-transfer.ts';
import { createPostgresSlots } from './create-postgres-slots.ts';
import { createPostgresVersionStore } from './create-postgres-version-store.ts';
import type { Database } from './database.ts';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';

/** Every port over one PostgreSQL database, whose tables exist. `settled` resolves when every fact asked for is recorded or refused. */
export function createPostgresStores(db: Database): StorePorts & Pick<GroupCommit, 'settled'> {
  const { record, settled } = createGroupCommit(db);
  return {
    settled,
    persons: createPostgresPersonStore(db),
    deliveries: createPostgresDeliveryStore(db),
    sendSlots: createPostgresSlots(db),
    ledger: createPostgresLedgerStore(db),
    questions: createPostgresQuestionStore(db, record),
    incidents: createPostgresIncidentStore(db),
    places: createPostgresPlaceStore(db),
    absences: createPostgresAbsenceStore(db),
    files: createPostgresFileStore(db),
    retention: createPostgresRetentionStore(db),
    versions: createPostgresVersionStore(db, record),
    signoffs: createPostgresSignoffStore(db, record),
    broadcasts: createPostgresBroadcastStore(db, record),
    reviews: createPostgresReviewStore(db, record),
    slips: createPostgresSlipStore(db, record),
    transfer: createPostgresTransfer(db),
  };
}
