import type { Delivery } from '../../domain/delivery/delivery.ts';
import { appendEntry } from '../../domain/ledger/append-entry.ts';
import type { ChainName, EntryDraft, LedgerEntry } from '../../domain/ledger/entry.ts';
import type { Consequences } from '../../domain/delivery/consequences.ts';
import { StoredDelivery, StoredEntry } from '../stored-rows.ts';
import type { Session } from './database.ts';
import { insertRows } from './insert-rows.ts';
import { readHead } from './read-head.ts';

/** Adds what is owed and what is to be in the ledger: the last thing in a transaction, since chains stay locked to its end. */
export async function recordConsequences(session: Session, { owed, entries }: Consequences): Promise<void> {
  await recordOwed(session, owed);
  await appendEntries(session, entries);
}

/** Adds deliveries to the outbox, each key once. */
export async function recordOwed(session: Session, owed: readonly Delivery[]): Promise<void> {
  const rows = owed.map((delivery) => StoredDelivery.parse(delivery));
  const added = await insertRows(session, 'deliveries', rows, 'on conflict (key) do nothing returning key');
  if (added.length < rows.length) await requireSameSchools(session, rows);
}

async function requireSameSchools(session: Session, rows: readonly Delivery[]): Promise<void> {
  const [other] = await session.query(
    `select from deliveries join unnest($1::text[], $2::text[]) as given (key, school) using (key)
     where school_id <> school limit 1`,
    [rows.map(({ key }) => key), rows.map(({ schoolId }) => schoolId)],
  );
  if (other) throw new Error('Two schools owe deliveries with one key; a key has to begin with the school.');
}

/** Gives each draft its place. Whoever else appends to one of these chains waits until this transaction has ended. */
async function appendEntries(session: Session, drafts: readonly EntryDraft[]): Promise<void> {
  const names = new Map(drafts.map((draft) => [lockName(draft), draft]));
  // In one order, so that two of these never wait for each other.
  for (const lock of [...names.keys()].sort()) {
    const name = names.get(lock);
    if (name) await lockChain(session, name);
  }
  const entries: LedgerEntry[] = [];
  for (const [lock, name] of names) {
    let head = await readHead(session, name);
    for (const draft of drafts.filter((one) => lockName(one) === lock)) {
      const entry = StoredEntry.parse(appendEntry(head, draft));
      head = entry;
      entries.push(entry);
    }
  }
  await insertRows(session, 'entries', entries);
}

/** Whoever else adds to this chain waits until the transaction has ended. */
export async function lockChain(session: Session, name: ChainName): Promise<void> {
  await session.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lockName(name)]);
}

const lockName = ({ schoolId, chain }: ChainName) => `staffroom ledger ${schoolId} ${chain}`;
