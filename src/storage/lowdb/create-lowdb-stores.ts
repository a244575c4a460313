import type { Stores } from '../stores.ts';
import { createLowdbDeliveryStore } from './create-lowdb-delivery-store.ts';
import { createLowdbLedgerStore } from './create-lowdb-ledger-store.ts';
import { createLowdbPersonStore } from './create-lowdb-person-store.ts';
import { createLowdbQuestionStore } from './create-lowdb-question-store.ts';
import type { Committed } from './group-commit.ts';
import type { StoreData } from './store-data.ts';

/** Every port over one lowdb database. */
export function createLowdbStores(
  db: Committed<StoreData>,
): Pick<Stores, 'persons' | 'deliveries' | 'ledger' | 'questions'> {
  return {
    persons: createLowdbPersonStore(db),
    deliveries: createLowdbDeliveryStore(db),
    ledger: createLowdbLedgerStore(db),
    questions: createLowdbQuestionStore(db),
  };
}
