import type { DeliveryStore } from '../delivery/delivery-store.ts';
import type { AbsenceStore } from '../people/absence.ts';
import { keysOfPeople, type KeyOf } from '../people/keys-of-people.ts';
import type { PersonStore, StaffMember } from '../people/person-store.ts';
import { schoolDay } from '../people/school-day.ts';
import type { School } from '../people/school.ts';
import { withAbsences } from '../people/with-absences.ts';
import type { Sealer } from '../secrecy/sealer.ts';
import type { IncidentStore } from './incident-store.ts';
import type { SafeguardingPlace, SafeguardingPlaceStore } from './safeguarding-place.ts';

/** What the reporter's side of a report needs from outside. */
export interface DialogDesk {
  readonly incidents: Pick<
    IncidentStore,
    'startDraft' | 'findDraft' | 'draftsOf' | 'saveDraft' | 'endDraft' | 'submit' | 'of' | 'record'
  >;
  readonly persons: Pick<PersonStore, 'boundUpns' | 'staffTeams'>;
  readonly absences: Pick<AbsenceStore, 'absences'>;
  readonly places: Pick<SafeguardingPlaceStore, 'places'>;
  readonly deliveries: Pick<DeliveryStore, 'find'>;
  readonly sealer: Sealer;
  now(): Date;
  /** A new random reference with this prefix; it may be taken. */
  newReference(prefix: string): string;
}

/** A school as it is at this moment: who is here, whose account is whose, who works there, where reports may go. */
export interface SchoolNow {
  /** With stored absences. */
  readonly school: School;
  /** YYYY-MM-DD in the school's zone. */
  readonly today: string;
  readonly now: Date;
  readonly keyOf: KeyOf;
  readonly members: readonly StaffMember[];
  readonly places: readonly SafeguardingPlace[];
}

/** Reads once what a turn of the dialog hangs on. */
export async function schoolNow(
  { absences, persons, places, now }: Pick<DialogDesk, 'absences' | 'persons' | 'places' | 'now'>,
  school: School,
  tenantId: string,
): Promise<SchoolNow> {
  const at = now();
  const today = schoolDay(at, school);
  const [away, keyOf, teams, connected] = await Promise.all([
    absences.absences(school.id, today),
    keysOfPeople(persons, tenantId),
    persons.staffTeams(),
    places.places(school.id),
  ]);
  const members = teams
    .filter((team) => team.schoolId === school.id && team.tenantId === tenantId)
    .flatMap((team) => team.members);
  return { school: withAbsences(school, away), today, now: at, keyOf, members, places: connected };
}
