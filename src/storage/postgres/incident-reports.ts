import { z } from 'zod/v4';
import type { NewEvent } from '../../domain/incidents/incident-store.ts';
import type { Incident } from '../../domain/incidents/incident.ts';
import { StoredReport, StoredReportEvent } from '../stored-rows.ts';
import type { Database, Session } from './database.ts';
import { parseRows } from './rows.ts';

interface Name {
  readonly schoolId: string;
  readonly id: string;
}

/** The parts of an event's row, as JSON without those that are absent. */
const eventParts = `json_strip_nulls(json_build_object('schoolId', event.school_id, 'reportId', event.report_id,
  'seq', event.seq, 'kind', event.kind, 'at', event.at,
  'by', case when event.by_object_id is not null
    then json_build_object('tenantId', event.by_tenant_id, 'objectId', event.by_object_id) end,
  'facts', event.facts, 'sealedText', event.sealed_text))`;

/** One statement reads the reports with their events, so that they are of one moment. */
const columns = `id, school_id as "schoolId", draft_id as "draftId",
  json_build_object('tenantId', reporter_tenant_id, 'objectId', reporter_object_id) as reporter,
  kind, urgent, sealed_report as "sealedReport", submitted_at as "submittedAt", receipt,
  (select coalesce(json_agg(${eventParts} order by event.seq), '[]'::json) from incident_events event
   where event.school_id = incident_reports.school_id and event.report_id = incident_reports.id) as events`;

const Found = z.array(z.strictObject({ events: z.unknown() }).loose());

/** The reports of which `where` is so, oldest first or in the order that is given. */
export async function readIncidents(
  from: Pick<Session | Database, 'query'>,
  where: string,
  values: readonly unknown[],
  order = 'n',
): Promise<Incident[]> {
  const rows = await from.query(`select ${columns} from incident_reports where ${where} order by ${order}`, values);
  return Found.parse(rows).map(({ events: given, ...row }) => {
    const [report] = parseRows(StoredReport, [row]);
    if (!report) throw new Error('a row went missing while it was read');
    const events = parseRows(StoredReportEvent, z.array(z.record(z.string(), z.unknown())).parse(given));
    return { ...report, events: events.map(({ schoolId: _school, reportId: _report, ...event }) => event) };
  });
}

export async function findIncident(
  from: Pick<Session | Database, 'query'>,
  { schoolId, id }: Name,
): Promise<Incident | undefined> {
  const [incident] = await readIncidents(from, 'school_id = $1 and id = $2', [schoolId, id]);
  return incident;
}

/** Adds events after the first `seen`; the report is locked by whoever calls. */
export async function addEvents(
  session: Session,
  { schoolId, id }: Name,
  seen: number,
  events: readonly NewEvent[],
): Promise<void> {
  for (const [place, event] of events.entries()) {
    const row = StoredReportEvent.parse({ ...event, schoolId, reportId: id, seq: seen + place + 1 });
    await session.query(
      `insert into incident_events (school_id, report_id, seq, kind, at, by_tenant_id, by_object_id, facts, sealed_text)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        schoolId,
        id,
        row.seq,
        row.kind,
        row.at,
        row.by?.tenantId ?? null,
        row.by?.objectId ?? null,
        row.facts ? JSON.stringify(row.facts) : null,
        row.sealedText ?? null,
      ],
    );
  }
}
