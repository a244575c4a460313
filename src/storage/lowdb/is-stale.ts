import { idTaken } from '../../domain/store-error.ts';
import type { Rows } from './rows.ts';
import { keys } from './store-data.ts';

/**
 * Whether the row that is there is not of the revision before `next`. Throws a StoreError `taken` where `next` is a new row
 * whose id exists: that is for whoever drew it to put right.
 */
export function isStale<Row extends { schoolId: string; id: string; revision: number }>(
  rows: Rows<Row>,
  next: Row,
): boolean {
  const { revision = 0 } = rows.get(keys.ofSchool(next)) ?? {};
  if (next.revision === 1 && revision > 0) throw idTaken();
  return revision !== next.revision - 1;
}
