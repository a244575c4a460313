import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import type { IncidentStore } from '../../domain/incidents/incident-store.ts';
import { idTaken, isOutdated } from '../../domain/store-error.ts';
import { StoredReport } from '../stored-rows.ts';
import type { Database, Session } from './database.ts';
import { createDrafts, endDraft } from './incident-drafts.ts';
import { addEvents, findIncident, readIncidents } from './incident-reports.ts';
import { recordConsequences } from './record-consequences.ts';
import { parseRows } from './rows.ts';
import { findSealed, replaceSealed } from './sealed-incidents.ts';
import { findMade, takeAct } from './take-act.ts';

type Recorded = Awaited<ReturnType<IncidentStore['record']>>;
type Shredded = Awaited<ReturnType<IncidentStore['shred']>>;

const SchoolId = z.strictObject({ schoolId: z.string() });
const Count = z.strictObject({ count: z.int() });

/** Drafts, reports and their events on PostgreSQL. */
export function createPostgresIncidentStore(db: Database): IncidentStore {
  return {
    ...createDrafts(db),

    submit: (act, incident, then, seen) =>
      db.transaction(async (session) => {
        const { events, ...parts } = incident;
        const row = StoredReport.parse(parts);
        const { id, schoolId, draftId, submittedAt } = row;
        const draft = `staffroom draft ${schoolId} ${draftId}`;
        await session.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [draft]);
        const [before] = await readIncidents(session, 'school_id = $1 and draft_id = $2', [schoolId, draftId]);
        if (before) return before;
        const taken = await takeAct(session, { schoolId, kind: 'report', act, made: id, at: submittedAt });
        if (taken.kind === 'seen') return incidentMade(session, schoolId, taken.made);
        const earlier = await sentBefore(session, row);
        if (seen?.reports !== undefined && earlier !== seen.reports) throw isOutdated();
        await insertReport(session, row);
        await addEvents(session, row, 0, events);
        const ended = {
          schoolId,
          id: draftId,
          revision: seen?.revision,
          state: 'submitted',
          call: randomUUID(),
        } as const;
        if (!(await endDraft(session, ended)) && (await isOpen(session, schoolId, draftId))) throw isOutdated();
        await recordConsequences(session, then);
        return incidentMade(session, schoolId, id);
      }),

    find: (schoolId, id) => findIncident(db, { schoolId, id }),

    of: (schoolId, { tenantId, objectId }) =>
      readIncidents(
        db,
        'school_id = $1 and reporter_tenant_id = $2 and reporter_object_id = $3',
        [schoolId, tenantId, objectId],
        'n desc',
      ),

    open: (schoolId) =>
      readIncidents(
        db,
        `school_id = $1 and coalesce((
           select event.kind from incident_events event
           where event.school_id = incident_reports.school_id and event.report_id = incident_reports.id
             and event.kind in ('closed', 'reopened')
           order by event.seq desc limit 1), '') <> 'closed'`,
        [schoolId],
      ),

    all: (schoolId) => readIncidents(db, 'school_id = $1', [schoolId]),

    record: (act, name, { seen, events }, then) => {
      const call = randomUUID();
      return db.transaction<Recorded>(async (session) => {
        const { schoolId, id } = name;
        const [held] = await lockReport(session, name);
        const incident = held && (await findIncident(session, name));
        if (!incident) return { kind: 'not-found' };
        const [first] = events;
        const named = act && first && ({ schoolId, kind: `report-${first.kind}`, act } as const);
        const isAgain = named && (await findMade(session, schoolId, named.kind, act)) !== undefined;
        if (isAgain || held.last_call === call) return { kind: 'recorded', incident };
        if (incident.events.length !== seen) return { kind: 'overtaken', incident };
        if (named) {
          const taken = await takeAct(session, { ...named, made: id, at: first.at });
          if (taken.kind === 'seen') return { kind: 'recorded', incident };
        }
        await addEvents(session, name, seen, events);
        await noteCall(session, name, call);
        await recordConsequences(session, then);
        return { kind: 'recorded', incident: (await findIncident(session, name)) ?? incident };
      });
    },

    shred: (name, { seen, event }, then) => {
      const call = randomUUID();
      return db.transaction<Shredded>(async (session) => {
        const [held] = await lockReport(session, name);
        const incident = held && (await findIncident(session, name));
        if (!incident) return 'not-found';
        if (held.last_call === call) return 'shredded';
        if (incident.sealedReport === '') return 'shredded-before';
        if (incident.events.length !== seen) return 'overtaken';
        const { schoolId, id } = name;
        await session.query(`update incident_reports set sealed_report = '' where school_id = $1 and id = $2`, [
          schoolId,
          id,
        ]);
        await session.query(
          `update incident_events set sealed_text = ''
           where school_id = $1 and report_id = $2 and sealed_text is not null`,
          [schoolId, id],
        );
        await addEvents(session, name, seen, [event]);
        await noteCall(session, name, call);
        await recordConsequences(session, then);
        return 'shredded';
      });
    },

    schools: async () => {
      const rows = await db.query(
        `select school_id as "schoolId" from incident_drafts where sealed_answers <> ''
         union select school_id from incident_reports where sealed_report <> ''
         union select school_id from incident_events where sealed_text <> ''`,
      );
      return parseRows(SchoolId, rows).map(({ schoolId }) => schoolId);
    },

    sealed: (schoolId) => findSealed(db, schoolId),
    reseal: (schoolId, place, old, sealedText) => replaceSealed(db, { schoolId, place, old, sealedText }),
  };
}

type Name = { readonly schoolId: string; readonly id: string };

/** Whoever else changes this report waits until this transaction has ended. */
function lockReport(session: Session, { schoolId, id }: Name) {
  return session.query('select last_call from incident_reports where school_id = $1 and id = $2 for update', [
    schoolId,
    id,
  ]);
}

/** How many reports the school has of this reporter; no other of theirs comes in until this transaction has ended. */
async function sentBefore(session: Session, { schoolId, reporter }: StoredReport): Promise<number> {
  const { tenantId, objectId } = reporter;
  const lock = `staffroom reporter ${schoolId} ${tenantId} ${objectId}`;
  await session.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
  const rows = await session.query(
    `select count(*)::integer as count from incident_reports
     where school_id = $1 and reporter_tenant_id = $2 and reporter_object_id = $3`,
    [schoolId, tenantId, objectId],
  );
  return parseRows(Count, rows)[0]?.count ?? 0;
}

async function isOpen(session: Session, schoolId: string, draftId: string): Promise<boolean> {
  const open = await session.query(
    `select id from incident_drafts where school_id = $1 and id = $2 and state = 'open'`,
    [schoolId, draftId],
  );
  return open.length > 0;
}

async function noteCall(session: Session, { schoolId, id }: Name, call: string): Promise<void> {
  await session.query('update incident_reports set last_call = $3 where school_id = $1 and id = $2', [
    schoolId,
    id,
    call,
  ]);
}

async function incidentMade(session: Session, schoolId: string, id: string) {
  const incident = await findIncident(session, { schoolId, id });
  if (!incident) throw new Error('the report that an act made is not stored');
  return incident;
}

async function insertReport(session: Session, row: StoredReport): Promise<void> {
  const added = await session.query(
    `insert into incident_reports (school_id, id, draft_id, reporter_tenant_id, reporter_object_id, kind, urgent,
       sealed_report, submitted_at, receipt)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
    [
      row.schoolId,
      row.id,
      row.draftId,
      row.reporter.tenantId,
      row.reporter.objectId,
      row.kind,
      row.urgent,
      row.sealedReport,
      row.submittedAt,
      row.receipt ? JSON.stringify(row.receipt) : null,
    ],
  );
  if (added.length === 0) throw idTaken();
}
