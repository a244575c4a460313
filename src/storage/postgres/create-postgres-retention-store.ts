import type { RetentionStore } from '../../domain/records/retention-store.ts';
import { StoredMemo } from '../stored-rows.ts';
import type { Database } from './database.ts';
import { parseRows } from './rows.ts';

/** What retention remembers, on PostgreSQL. */
export function createPostgresRetentionStore(db: Database): RetentionStore {
  return {
    memos: async () => parseRows(StoredMemo, await db.query('select name, at from retention_memos order by name')),

    saveMemos: (set, drop) =>
      db.transaction(async (session) => {
        await session.query('delete from retention_memos where name = any($1::text[])', [drop]);
        for (const { name, at } of set.map((memo) => StoredMemo.parse(memo))) {
          await session.query(
            'insert into retention_memos (name, at) values ($1, $2) on conflict (name) do update set at = $2',
            [name, at],
          );
        }
      }),

    // A changed row leaves its old version in the table's file until the table is written anew.
    sweep: async () => {
      await db.query(
        `vacuum (full) incident_drafts, incident_reports, incident_events, signatories, signoff_receipts, policy_versions,
           broadcasts, addressees, slips, suggestions`,
      );
    },
  };
}
