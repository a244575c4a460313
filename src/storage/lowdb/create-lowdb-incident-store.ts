import type { IncidentStore, NewEvent } from '../../domain/incidents/incident-store.ts';
import type { Incident } from '../../domain/incidents/incident.ts';
import { idTaken, isOutdated } from '../../domain/store-error.ts';
import { StoredReport, StoredReportEvent } from '../stored-rows.ts';
import type { Committed } from './group-commit.ts';
import { createDrafts, draftEnded, isChanged } from './incident-drafts.ts';
import { findMade, recordAct } from './record-act.ts';
import { recordConsequences } from './record-consequences.ts';
import { replaceSealed, sealedOf, shredded } from './sealed-incidents.ts';
import { keys, type StoreData } from './store-data.ts';

type Recorded = Awaited<ReturnType<IncidentStore['record']>>;
type Shredded = Awaited<ReturnType<IncidentStore['shred']>>;

/** Drafts, reports and their events in the lowdb store. */
export function createLowdbIncidentStore(db: Committed<StoreData>): IncidentStore {
  const reportsOf = (schoolId: string) =>
    [...db.data().incidents.reports]
      .filter((report) => report.schoolId === schoolId)
      .map((report) => withEvents(db.data(), report));
  return {
    ...createDrafts(db),

    submit: (act, incident, then, seen) =>
      db.change((data) => {
        const { schoolId, draftId, submittedAt } = incident;
        const made = findMade(data, schoolId, 'report', act);
        const first =
          (made !== undefined && data.incidents.reports.get(keys.ofSchool({ schoolId, id: made }))) ||
          [...data.incidents.reports].find((report) => report.schoolId === schoolId && report.draftId === draftId);
        if (first) return { data, result: withEvents(data, first) };
        if (data.incidents.reports.get(keys.ofSchool(incident))) throw idTaken();
        const isAsSeen =
          !seen ||
          (!isChanged(data, { schoolId, id: draftId }, seen.revision) &&
            (seen.reports === undefined || sentBefore(data, incident) === seen.reports));
        if (!isAsSeen) throw isOutdated();
        const { events, ...parts } = incident;
        const report = StoredReport.parse(parts);
        const name = { schoolId, id: report.id };
        const recorded = recordAct(data, { schoolId, kind: 'report', act, made: report.id, at: submittedAt });
        const reports = recorded.incidents.reports.with(report);
        const stored = addEvents({ ...recorded, incidents: { ...recorded.incidents, reports } }, name, 0, events);
        const ended = draftEnded(stored, { schoolId, id: draftId }, 'submitted') ?? stored;
        return { data: recordConsequences(ended, then), result: withEvents(ended, report) };
      }),

    find: (schoolId, id) => {
      const report = db.data().incidents.reports.get(keys.ofSchool({ schoolId, id }));
      return Promise.resolve(report && withEvents(db.data(), report));
    },

    of: (schoolId, reporter) => {
      const who = keys.person(reporter);
      return Promise.resolve(
        reportsOf(schoolId)
          .filter((one) => keys.person(one.reporter) === who)
          .reverse(),
      );
    },

    open: (schoolId) => Promise.resolve(reportsOf(schoolId).filter(isOpen)),
    all: (schoolId) => Promise.resolve(reportsOf(schoolId)),

    record: (act, name, { seen, events }, then) =>
      db.change<Recorded>((data) => {
        const report = data.incidents.reports.get(keys.ofSchool(name));
        if (!report) return { data, result: { kind: 'not-found' } };
        const incident = withEvents(data, report);
        const [first] = events;
        const named = act && first && ({ schoolId: name.schoolId, kind: `report-${first.kind}`, act } as const);
        const isAgain = named && findMade(data, named.schoolId, named.kind, act) !== undefined;
        if (isAgain) return { data, result: { kind: 'recorded', incident } };
        if (incident.events.length !== seen) return { data, result: { kind: 'overtaken', incident } };
        const noted = named ? recordAct(data, { ...named, made: name.id, at: first.at }) : data;
        const stored = addEvents(noted, name, seen, events);
        return {
          data: recordConsequences(stored, then),
          result: { kind: 'recorded', incident: withEvents(stored, report) },
        };
      }),

    shred: (name, { seen, event }, then) =>
      db.change<Shredded>((data) => {
        const report = data.incidents.reports.get(keys.ofSchool(name));
        if (!report) return { data, result: 'not-found' };
        if (report.sealedReport === '') return { data, result: 'shredded-before' };
        const incident = withEvents(data, report);
        if (incident.events.length !== seen) return { data, result: 'overtaken' };
        const emptied = { ...data, incidents: shredded(data.incidents, incident) };
        const stored = addEvents(emptied, name, seen, [event]);
        return { data: recordConsequences(stored, then), result: 'shredded' };
      }),

    schools: () => {
      const { drafts, reports, events } = db.data().incidents;
      const ids = new Set([...drafts, ...reports, ...events].map(({ schoolId }) => schoolId));
      return Promise.resolve([...ids].filter((schoolId) => sealedOf(db.data().incidents, schoolId).length > 0));
    },

    sealed: (schoolId) => Promise.resolve(sealedOf(db.data().incidents, schoolId)),

    reseal: (schoolId, place, old, sealedText) =>
      db.change<'resealed' | 'changed'>((data) => {
        const incidents = replaceSealed(data.incidents, { schoolId, place, old, sealedText });
        return incidents ? { data: { ...data, incidents }, result: 'resealed' } : { data, result: 'changed' };
      }),
  };
}

function addEvents(
  data: StoreData,
  { schoolId, id }: { readonly schoolId: string; readonly id: string },
  seen: number,
  added: readonly NewEvent[],
): StoreData {
  if (added.length === 0) return data;
  const events = added.reduce(
    (rows, event, place) =>
      rows.with(StoredReportEvent.parse({ ...event, schoolId, reportId: id, seq: seen + place + 1 })),
    data.incidents.events,
  );
  return { ...data, incidents: { ...data.incidents, events } };
}

/** How many reports the school has of this reporter. */
function sentBefore({ incidents }: StoreData, { schoolId, reporter }: Incident): number {
  const who = keys.person(reporter);
  return [...incidents.reports].filter((one) => one.schoolId === schoolId && keys.person(one.reporter) === who).length;
}

function withEvents({ incidents }: StoreData, report: StoredReport): Incident {
  const { schoolId, id: reportId } = report;
  const events = [];
  for (let seq = 1; ; seq += 1) {
    const row = incidents.events.get(keys.event({ schoolId, reportId, seq }));
    if (!row) return { ...report, events };
    const { schoolId: _school, reportId: _report, ...event } = row;
    events.push(event);
  }
}

function isOpen({ events }: Incident): boolean {
  return events.findLast(({ kind }) => kind === 'closed' || kind === 'reopened')?.kind !== 'closed';
}
