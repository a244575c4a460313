import type { Delivery } from '../../domain/delivery/delivery.ts';
import { appendEntry } from '../../domain/ledger/append-entry.ts';
import type { ChainName, EntryDraft } from '../../domain/ledger/entry.ts';
import type { Consequences } from '../../domain/questions/question-store.ts';
import { StoredDelivery, StoredEntry } from '../stored-rows.ts';
import type { Session } from './database.ts';
import { readHead } from './read-head.ts';

/** Adds what is owed and what is to be in the ledger: the last thing in a transaction, since chains stay locked to its end. */
export async function recordConsequences(session: Session, { owed, entries }: Consequences): Promise<void> {
  await recordOwed(session, owed);
  await appendEntries(session, entries);
}

/** Adds deliveries to the outbox, each key once. */
export async function recordOwed(session: Session, owed: readonly Delivery[]): Promise<void> {
  for (const delivery of owed) {
    const row = StoredDelivery.parse(delivery);
    const taken = await session.query(
      `insert into deliveries (key, school_id, subject, tenant_id, object_id, on_ambiguous, state, not_before, created_at,
         attempts, lease_holder, lease_until, lease_waiting, message)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       on conflict (key) do nothing returning key`,
      [
        row.key,
        row.schoolId,
        JSON.stringify(row.subject),
        row.to.tenantId,
        row.to.objectId,
        row.onAmbiguous,
        row.state,
        row.notBefore,
        row.createdAt,
        JSON.stringify(row.attempts),
        row.lease?.holder ?? null,
        row.lease?.until ?? null,
        row.lease?.waiting ?? null,
        row.message ? JSON.stringify(row.message) : null,
      ],
    );
    if (taken.length === 0) await requireSameSchool(session, row);
  }
}

async function requireSameSchool(session: Session, { key, schoolId }: Delivery): Promise<void> {
  const [known] = await session.query('select school_id from deliveries where key = $1', [key]);
  if (known?.school_id !== schoolId) {
    throw new Error('Two schools owe deliveries with one key; a key has to begin with the school.');
  }
}

/** Gives each draft its place. Whoever else appends to one of these chains waits until this transaction has ended. */
async function appendEntries(session: Session, drafts: readonly EntryDraft[]): Promise<void> {
  const names = new Map(drafts.map((draft) => [lockName(draft), draft]));
  // In one order, so that two of these never wait for each other.
  for (const lock of [...names.keys()].sort()) {
    const name = names.get(lock);
    if (name) await lockChain(session, name);
  }
  for (const [lock, name] of names) {
    const own = drafts.filter((draft) => lockName(draft) === lock);
    let head = await readHead(session, name);
    for (const draft of own) {
      const entry = StoredEntry.parse(appendEntry(head, draft));
      head = entry;
      await session.query(
        `insert into ledger_entries (school_id, chain, seq, prev, hash, at, kind, facts)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          entry.schoolId,
          entry.chain,
          entry.seq,
          entry.prev,
          entry.hash,
          entry.at,
          entry.kind,
          JSON.stringify(entry.facts),
        ],
      );
    }
  }
}

/** Whoever else adds to this chain waits until the transaction has ended. */
export async function lockChain(session: Session, name: ChainName): Promise<void> {
  await session.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lockName(name)]);
}

const lockName = ({ schoolId, chain }: ChainName) => `staffroom ledger ${schoolId} ${chain}`;
