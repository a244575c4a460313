import type { Incident } from '../../domain/incidents/incident.ts';
import { keys, type StoreData } from './store-data.ts';

type Incidents = StoreData['incidents'];

/** Every sealed text of a school with its place: `draft:<id>`, `report:<id>` and `report-event:<report id>-<seq>`. */
export function sealedOf(
  { drafts, reports, events }: Incidents,
  schoolId: string,
): { readonly place: string; readonly sealedText: string }[] {
  const own = <Row extends { readonly schoolId: string }>(rows: Iterable<Row>) =>
    [...rows].filter((row) => row.schoolId === schoolId);
  return [
    ...own(drafts).map(({ id, sealedAnswers }) => ({ place: `draft:${id}`, sealedText: sealedAnswers })),
    ...own(reports).map(({ id, sealedReport }) => ({ place: `report:${id}`, sealedText: sealedReport })),
    ...own(events).map(({ reportId, seq, sealedText = '' }) => ({
      place: `report-event:${reportId}-${seq}`,
      sealedText,
    })),
  ].filter(({ sealedText }) => sealedText !== '');
}

/** The section with `sealedText` at `place`; undefined when something else than `old`, or nothing, is there. */
export function replaceSealed(
  incidents: Incidents,
  { schoolId, place, old, sealedText }: { schoolId: string; place: string; old: string; sealedText: string },
): Incidents | undefined {
  if (old === '') return undefined;
  const { drafts, reports, events } = incidents;
  const colon = place.indexOf(':');
  const id = place.slice(colon + 1);
  const dash = id.lastIndexOf('-');
  const draft = drafts.get(keys.ofSchool({ schoolId, id }));
  const report = reports.get(keys.ofSchool({ schoolId, id }));
  const event = events.get(keys.event({ schoolId, reportId: id.slice(0, dash), seq: Number(id.slice(dash + 1)) }));
  switch (place.slice(0, colon)) {
    case 'draft':
      if (draft?.sealedAnswers !== old) return undefined;
      return { ...incidents, drafts: drafts.with({ ...draft, sealedAnswers: sealedText }) };
    case 'report':
      if (report?.sealedReport !== old) return undefined;
      return { ...incidents, reports: reports.with({ ...report, sealedReport: sealedText }) };
    case 'report-event':
      if (event?.sealedText !== old) return undefined;
      return { ...incidents, events: events.with({ ...event, sealedText }) };
    default:
      return undefined;
  }
}

/** The section with everything sealed of a report destroyed. */
export function shredded(
  { drafts, reports, events, places }: Incidents,
  { events: own, ...report }: Incident,
): Incidents {
  const { schoolId, id: reportId } = report;
  return {
    drafts,
    reports: reports.with({ ...report, sealedReport: '' }),
    events: own
      .filter(({ sealedText }) => sealedText)
      .reduce((rows, event) => rows.with({ ...event, schoolId, reportId, sealedText: '' }), events),
    places,
  };
}
