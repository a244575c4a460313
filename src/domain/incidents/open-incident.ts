import type { DeliveryStore } from '../delivery/delivery-store.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { AbsenceStore } from '../people/absence.ts';
import { keysOfPeople, type KeyOf } from '../people/keys-of-people.ts';
import type { PersonStore } from '../people/person-store.ts';
import { schoolDay } from '../people/school-day.ts';
import type { School } from '../people/school.ts';
import { readWithAbsences } from '../people/with-absences.ts';
import type { Sealer } from '../secrecy/sealer.ts';
import type { IncidentStore } from './incident-store.ts';
import { Report, type Incident } from './incident.ts';
import { deliveriesToKnow } from './plan-incident.ts';

/** What dealing with a report needs. */
export interface ReportDesk {
  readonly incidents: Pick<IncidentStore, 'find' | 'record' | 'open'>;
  readonly deliveries: Pick<DeliveryStore, 'find'>;
  readonly persons: Pick<PersonStore, 'boundUpns'>;
  readonly absences: Pick<AbsenceStore, 'absences'>;
  readonly sealer: Sealer;
  now(): Date;
}

/** A report with its seal open, and who is who at its school today. */
export interface OpenedIncident {
  readonly incident: Incident;
  readonly report: Report;
  /** With stored absences. */
  readonly school: School;
  readonly today: string;
  readonly keyOf: KeyOf;
}

/** Opens the seal; undefined when it cannot be opened: the key is missing, the text was changed, or it was shredded. */
export async function openIncident(
  { persons, absences, sealer, now }: Omit<ReportDesk, 'incidents' | 'deliveries'>,
  school: School,
  incident: Incident,
): Promise<OpenedIncident | undefined> {
  const { schoolId, id, sealedReport, reporter } = incident;
  if (sealedReport === '') return undefined;
  const text = await sealer.open(sealedReport, { schoolId, type: 'report', id });
  if (text === undefined) return undefined;
  const today = schoolDay(now(), school);
  return {
    incident,
    report: Report.parse(JSON.parse(text)),
    school: await readWithAbsences(absences, school, today),
    today,
    keyOf: await keysOfPeople(persons, reporter.tenantId),
  };
}

/** The deliveries that a plan hangs on, by key, as far as they were made. */
export async function knownDeliveries(
  { deliveries, now }: Pick<ReportDesk, 'deliveries' | 'now'>,
  { incident, report }: Pick<OpenedIncident, 'incident' | 'report'>,
): Promise<ReadonlyMap<string, Delivery>> {
  const keys = [...new Set(deliveriesToKnow({ incident, report, now: now() }))];
  const found = await Promise.all(keys.map((key) => deliveries.find(key)));
  return new Map(found.flatMap((delivery) => (delivery ? [[delivery.key, delivery] as const] : [])));
}
