import type { SchoolLibrary } from '../policies/library.ts';
import { readSchoolTotals, type SchoolTotals, type TotalsDesk } from './school-totals.ts';

/** Reads the totals of every school, in the order of their names. Rejects when the store fails. */
export async function readTotals(
  desk: TotalsDesk,
  schools: readonly SchoolLibrary[],
  now: Date,
): Promise<SchoolTotals[]> {
  const inOrder = [...schools].sort((a, b) => a.school.name.localeCompare(b.school.name, 'en-GB'));
  const totals: SchoolTotals[] = [];
  for (const library of inOrder) totals.push(await readSchoolTotals(desk, library, now));
  return totals;
}
