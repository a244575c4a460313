import type { StorePorts } from '../stores.ts';
import { createLowdbAbsenceStore } from './create-lowdb-absence-store.ts';
import { createLowdbBroadcastStore } from './create-lowdb-broadcast-store.ts';
import { createLowdbDeliveryStore } from './create-lowdb-delivery-store.ts';
import { createLowdbFileStore } from './create-lowdb-file-store.ts';
import { createLowdbIncidentStore } from './create-lowdb-incident-store.ts';
import { createLowdbLedgerStore } from './create-lowdb-ledger-store.ts';
import { createLowdbPersonStore } from './create-lowdb-person-store.ts';
import { createLowdbPlaceStore } from './create-lowdb-place-store.ts';
import { createLowdbQuestionStore } from './create-lowdb-question-store.ts';
import { createLowdbRetentionStore } from './create-lowdb-retention-store.ts';
import { createLowdbReviewStore } from './create-lowdb-review-store.ts';
import { createLowdbSignoffStore } from './create-lowdb-signoff-store.ts';
import { createLowdbSlipStore } from './create-lowdb-slip-store.ts';
import { createLowdbTransfer } from './create-lowdb-transfer.ts';
import { createLowdbVersionStore } from './create-lowdb-version-store.ts';
import { createMemorySlots } from './create-memory-slots.ts';
import type { Committed } from './group-commit.ts';
import type { StoreData } from './store-data.ts';

/** Every port over one lowdb database. */
export function createLowdbStores(db: Committed<StoreData>): StorePorts {
  return {
    persons: createLowdbPersonStore(db),
    deliveries: createLowdbDeliveryStore(db),
    sendSlots: createMemorySlots(() => performance.now()),
    ledger: createLowdbLedgerStore(db),
    questions: createLowdbQuestionStore(db),
    incidents: createLowdbIncidentStore(db),
    places: createLowdbPlaceStore(db),
    absences: createLowdbAbsenceStore(db),
    files: createLowdbFileStore(db),
    retention: createLowdbRetentionStore(db),
    versions: createLowdbVersionStore(db),
    signoffs: createLowdbSignoffStore(db),
    broadcasts: createLowdbBroadcastStore(db),
    reviews: createLowdbReviewStore(db),
    slips: createLowdbSlipStore(db),
    transfer: createLowdbTransfer(db),
  };
}
