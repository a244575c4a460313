import type { DrawnFile } from '../domain/files/take-file.ts';
import type { AbsenceStore } from '../domain/people/absence.ts';
import type { PersonKey } from '../domain/people/person-key.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import { citeClause } from '../domain/policies/cite-clause.ts';
import type { SchoolLibrary } from '../domain/policies/library.ts';
import { namePeople } from '../domain/questions/name-people.ts';
import { mayAnswerSome } from '../domain/slips/may-answer-some.ts';
import { slipSchool } from '../domain/slips/open-slip.ts';
import { readReference } from '../domain/slips/register-reference.ts';
import { fitsFilter, readRegister } from '../domain/slips/register.ts';
import type { SlipDesk } from '../domain/slips/slip-desk.ts';
import { toSlipsCsv } from './slips-csv.ts';
import { toSlipsSheet } from './slips-sheet.ts';
import { writePdf } from './write-pdf.ts';

export interface SlipDrawDesk extends Pick<SlipDesk, 'slips' | 'sealer'> {
  readonly persons: Pick<PersonStore, 'boundUpns' | 'staffTeams'>;
  readonly absences: Pick<AbsenceStore, 'absences'>;
  now(): Date;
}

/**
 * Draws up what is fetched of the register, as it is now and as far as this person may see it: undefined for whoever answers
 * nothing by now.
 */
export async function drawSlips(
  desk: SlipDrawDesk,
  {
    library,
    kind,
    reference,
    to,
  }: { library: SchoolLibrary; kind: 'slips' | 'slips-csv'; reference: string; to: PersonKey },
): Promise<DrawnFile | undefined> {
  const filter = readReference(reference);
  const place = await slipSchool(desk, library.school, to.tenantId);
  const register = await readRegister(desk, { ...place, reader: to });
  if (!filter || (register.rows.length === 0 && !mayAnswerSome(place, to))) return undefined;
  const rows = register.rows.filter((row) => fitsFilter(row, filter, place.school));
  const name = await namePeople(desk.persons, library, to.tenantId);
  const cite = (clause: string) => citeClause(library, clause) ?? clause;
  const { school, today } = place;
  if (kind === 'slips-csv') {
    const bytes = Buffer.from(toSlipsCsv(rows, { school, name, cite }));
    return { name: `told-and-asked-${today}.csv`, type: 'text/csv; charset=utf-8', bytes };
  }
  const printedAt = desk.now().toISOString();
  const sheet = toSlipsSheet(rows, { school, name, cite, show: filter.show, printedAt });
  return { name: `told-and-asked-${today}.pdf`, type: 'application/pdf', bytes: await writePdf(sheet) };
}
