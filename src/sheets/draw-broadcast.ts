import { aboutOf } from '../cards/broadcasts/about-of.ts';
import { readBroadcast } from '../domain/broadcasts/read-broadcast.ts';
import type { BroadcastStore } from '../domain/broadcasts/broadcast-store.ts';
import type { DrawnFile } from '../domain/files/take-file.ts';
import { keysOfPeople } from '../domain/people/keys-of-people.ts';
import type { PersonKey } from '../domain/people/person-key.ts';
import { isSamePerson } from '../domain/people/same-person.ts';
import { schoolDay } from '../domain/people/school-day.ts';
import type { SchoolLibrary } from '../domain/policies/library.ts';
import { namePeople } from '../domain/questions/name-people.ts';
import { toBroadcastCsv } from './broadcast-csv.ts';
import { toBroadcastSheet } from './broadcast-sheet.ts';
import type { SignoffDrawDesk } from './draw-signoffs.ts';
import { writePdf } from './write-pdf.ts';

export interface BroadcastDrawDesk extends Pick<SignoffDrawDesk, 'signoffs' | 'persons' | 'absences' | 'now'> {
  readonly broadcasts: Pick<BroadcastStore, 'broadcast' | 'addressees'>;
}

/**
 * Draws up what is fetched of a broadcast, as it is now, for whoever may look at it. Undefined for everybody else, and where
 * there is none.
 */
export async function drawBroadcast(
  desk: BroadcastDrawDesk,
  {
    library,
    kind,
    reference,
    to,
  }: { library: SchoolLibrary; kind: 'broadcast' | 'broadcast-csv'; reference: string; to: PersonKey },
): Promise<DrawnFile | undefined> {
  const now = desk.now();
  const today = schoolDay(now, library.school);
  const keyOf = await keysOfPeople(desk.persons, to.tenantId);
  const person = library.school.people.find((one) => isSamePerson(keyOf(one), to));
  const actor = { ...to, displayName: '' };
  const found = await readBroadcast(desk, { actor, person, library, today, broadcastId: reference });
  if (found.kind !== 'found') return undefined;
  const { broadcast, school } = found;
  const rows = await desk.broadcasts.addressees(school.id, broadcast.id);
  if (kind === 'broadcast-csv') {
    const bytes = Buffer.from(toBroadcastCsv(broadcast, rows, school));
    return { name: `${reference}.csv`, type: 'text/csv; charset=utf-8', bytes };
  }
  const about = aboutOf(library, await desk.signoffs.campaigns(school.id), broadcast);
  const name = await namePeople(desk.persons, library, to.tenantId);
  const openedBy = name(broadcast.openedBy);
  const sheet = toBroadcastSheet({ broadcast, rows, about, openedBy, school, printedAt: now.toISOString() });
  return { name: `${reference}.pdf`, type: 'application/pdf', bytes: await writePdf(sheet) };
}
