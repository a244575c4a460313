import type { Act } from '../delivery/act.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { School } from '../people/school.ts';
import type { Deed } from './deed.ts';
import { detailsOver, detailsTo, toDelivery } from './incident-deliveries.ts';
import type { NewEvent } from './incident-store.ts';
import type { Incident } from './incident.ts';
import { judgeDeed, type DeedEvent, type Judgement } from './judge-deed.ts';
import { mayRead } from './may-read.ts';
import { knownDeliveries, openIncident, type OpenedIncident, type ReportDesk } from './open-incident.ts';
import { planIncident } from './plan-incident.ts';
import { toReportEntry } from './report-entry.ts';

/**
 * - `done`: recorded, or nothing had to be; the report as it stands
 * - `not-found`: there is none, or this person may not work on it; which of the two is never told. `exists` is for the log
 * - all else of a judgement: nothing was recorded
 */
export type Deeded =
  | { readonly kind: 'done'; readonly opened: OpenedIncident; readonly owed: boolean }
  | { readonly kind: 'not-found'; readonly exists: boolean }
  | (Exclude<Judgement, { kind: 'do' }> & { readonly opened: OpenedIncident });

interface DeedInput {
  readonly act: Act;
  readonly by: PersonKey;
  /** As the library has it; absences are added here. */
  readonly school: School;
  readonly id: string;
  readonly deed: Deed;
}

const tries = 8;
/** So long names and narrative may stand in a chat where no dialog opens. */
export const detailsMs = 15 * 60_000;

/**
 * Does something with a report: who may is asked first, then whether it can be done as the report stands. The event, what
 * follows from it and the ledger entries are recorded in one step. Somebody who may not is recorded as refused. Rejects
 * when the store or the keys fail: then nothing was recorded.
 */
export async function actOnReport(desk: ReportDesk, { act, by, school, id, deed }: DeedInput): Promise<Deeded> {
  const { tenantId, objectId } = by;
  const actor = { tenantId, objectId };
  const name = { schoolId: school.id, id };
  let incident = await desk.incidents.find(school.id, id);
  for (let tried = 0; tried < tries && incident; tried += 1) {
    const opened = await openIncident(desk, school, incident);
    const allowed = opened && isAllowed(opened, actor, deed);
    if (!allowed) {
      const refused = await refuse(desk, incident, actor);
      if (refused === 'recorded') return { kind: 'not-found', exists: true };
      incident = refused;
      continue;
    }
    const judged = judgeDeed(opened, actor, deed);
    if (judged.kind !== 'do') return { ...judged, opened };
    const made = await consequencesOf(desk, opened, { by: actor, deed, ...(judged.event && { event: judged.event }) });
    const seen = incident.events.length;
    if (made.events.length + made.then.owed.length === 0) return { kind: 'done', opened, owed: false };
    const outcome = await desk.incidents.record(act, name, { seen, events: made.events }, made.then);
    if (outcome.kind === 'not-found') break;
    incident = outcome.incident;
    if (outcome.kind === 'recorded')
      return { kind: 'done', opened: { ...opened, incident }, owed: made.then.owed.length > 0 };
  }
  if (incident) throw new Error('a report changed all the time; nothing was recorded');
  return { kind: 'not-found', exists: false };
}

function isAllowed(opened: OpenedIncident, by: PersonKey, deed: Deed): boolean {
  if (deed.kind === 'reply' || deed.kind === 'add' || deed.kind === 'print')
    return isSamePerson(by, opened.incident.reporter);
  return mayRead({ ...opened, reader: by }) === 'recipient';
}

/** Notes that somebody tried who may not; the report as it stands where another event came first. */
async function refuse(desk: ReportDesk, incident: Incident, by: PersonKey): Promise<'recorded' | Incident> {
  const { schoolId, id } = incident;
  const seen = incident.events.length;
  const event: NewEvent = { kind: 'refused', at: desk.now().toISOString(), by };
  const then = { owed: [], entries: [toReportEntry(incident, { ...event, seq: seen + 1 })] };
  const outcome = await desk.incidents.record(undefined, { schoolId, id }, { seen, events: [event] }, then);
  return outcome.kind === 'overtaken' ? outcome.incident : 'recorded';
}

/** The event with its text sealed, and all that follows from it. */
async function consequencesOf(
  desk: ReportDesk,
  opened: OpenedIncident,
  { event, by, deed }: { event?: DeedEvent; by: PersonKey; deed: Deed },
) {
  const { incident } = opened;
  const { schoolId, id } = incident;
  const now = desk.now();
  const seq = incident.events.length + 1;
  const place = { schoolId, type: 'report-event', id: `${id}-${seq}` };
  const sealedText = event?.text ? await desk.sealer.seal(event.text, place) : undefined;
  const own: NewEvent[] = event
    ? [
        {
          kind: event.kind,
          at: now.toISOString(),
          by,
          ...(event.facts && { facts: event.facts }),
          ...(sealedText && { sealedText }),
        },
      ]
    : [];
  const after = { ...incident, events: [...incident.events, ...own.map((one) => ({ ...one, seq }))] };
  const known = await knownDeliveries(desk, { ...opened, incident: after });
  const planned = planIncident({ ...opened, incident: after, deliveries: known, now });
  return {
    events: [...own, ...planned.events],
    then: {
      owed: [...ownDeliveries(incident, { by, deed, seq, now }), ...planned.then.owed],
      entries: [...after.events.slice(seq - 1).map((one) => toReportEntry(incident, one)), ...planned.then.entries],
    },
  };
}

/** Names and narrative into the reader's own chat, and their end. */
function ownDeliveries(
  incident: Incident,
  { by, deed, seq, now }: { by: PersonKey; deed: Deed; seq: number; now: Date },
): Delivery[] {
  const at = now.toISOString();
  if (deed.kind === 'end-details') return [toDelivery(incident, detailsOver(incident, deed.read, by, 'done'), at)];
  if (deed.kind !== 'send-details') return [];
  const over = new Date(now.getTime() + detailsMs).toISOString();
  return [
    toDelivery(incident, detailsTo(incident, seq, by), at),
    toDelivery(incident, detailsOver(incident, seq, by, 'late'), at, over),
  ];
}
