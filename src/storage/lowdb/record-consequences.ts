import type { Delivery } from '../../domain/delivery/delivery.ts';
import { appendEntry } from '../../domain/ledger/append-entry.ts';
import type { EntryDraft } from '../../domain/ledger/entry.ts';
import type { Consequences } from '../../domain/delivery/consequences.ts';
import { keys, type StoreData } from './store-data.ts';
import { StoredDelivery, StoredEntry } from '../stored-rows.ts';

/** Adds what is owed and what is to be in the ledger. */
export function recordConsequences(data: StoreData, { owed, entries }: Consequences): StoreData {
  return entries.reduce(append, recordOwed(data, owed));
}

/** Adds deliveries to the outbox, each key once. */
export function recordOwed(data: StoreData, owed: readonly Delivery[]): StoreData {
  return owed.reduce(owe, data);
}

function owe(data: StoreData, delivery: Delivery): StoreData {
  const { deliveries } = data;
  const known = deliveries.owed.get(delivery.key) ?? deliveries.ended.get(delivery.key);
  if (known && known.schoolId !== delivery.schoolId) {
    throw new Error('Two schools owe deliveries with one key; a key has to begin with the school.');
  }
  return known ? data : putDelivery(data, delivery);
}

/** Stores a new state of a delivery. */
export function putDelivery(data: StoreData, delivery: Delivery): StoreData {
  const { owed, ended } = data.deliveries;
  const row = StoredDelivery.parse(delivery);
  const mayBeSent = row.state === 'pending' || row.state === 'sending';
  const deliveries = mayBeSent
    ? { owed: owed.with(row), ended }
    : { owed: owed.get(row.key) ? owed.without(row.key) : owed, ended: ended.with(row) };
  return { ...data, deliveries };
}

function append(data: StoreData, draft: EntryDraft): StoreData {
  const { ledger } = data;
  const entry = StoredEntry.parse(appendEntry(ledger.heads.get(keys.chain(draft)), draft));
  const { schoolId, chain, seq, hash } = entry;
  const entries = ledger.entries.with(entry);
  return { ...data, ledger: { ...ledger, entries, heads: ledger.heads.with({ schoolId, chain, seq, hash }) } };
}
