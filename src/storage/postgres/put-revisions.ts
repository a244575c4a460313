import type { StoreContent } from '../store-content.ts';
import type { FactSession } from './fact.ts';
import { updateRows } from './insert-rows.ts';

/** The tables whose rows are replaced by their next revision, each called as its rows are. */
type RevisedTable = 'campaigns' | 'signatories' | 'broadcasts' | 'addressees';

/** Locks the rows that `next` is to replace; false where one of them is not of the revision before. */
export async function holdRevisions<Name extends RevisedTable>(
  session: FactSession,
  table: Name,
  next: readonly StoreContent[Name][number][],
): Promise<boolean> {
  const changed = next.filter(({ revision }) => revision > 1);
  const [first] = changed;
  if (!first) return true;
  const held = await session.query(
    `select from ${table} as old join unnest($2::text[], $3::integer[]) as given (id, revision)
       on old.id = given.id and old.revision = given.revision - 1
     where old.school_id = $1 order by old.id for update of old`,
    [first.schoolId, changed.map(({ id }) => id), changed.map(({ revision }) => revision)],
  );
  return held.length === changed.length;
}

/** Replaces the rows that are held, and has new ones inserted. */
export async function putRevisions<Name extends RevisedTable>(
  session: FactSession,
  table: Name,
  rows: readonly StoreContent[Name][number][],
): Promise<void> {
  const replaced = rows.filter(({ revision }) => revision > 1);
  if (replaced.length > 0) await updateRows(session, table, replaced);
  for (const row of rows) if (row.revision === 1) session.insert(table, row);
}
