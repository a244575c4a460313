import type { School } from '../people/school.ts';
import { knownDeliveries, openIncident, type ReportDesk } from './open-incident.ts';
import { planIncident } from './plan-incident.ts';
import type { Incident } from './incident.ts';

const tries = 5;

/**
 * Records what follows from how a report stands by now. `nothing`: it was all recorded before. Who is overtaken by another
 * event plans again. `unreadable`: its seal does not open, so nobody knows to whom it goes. Rejects when the store fails.
 */
export async function followIncident(
  desk: ReportDesk,
  school: School,
  incident: Incident,
): Promise<'recorded' | 'nothing' | 'unreadable'> {
  let latest = incident;
  for (let tried = 0; tried < tries; tried += 1) {
    const opened = await openIncident(desk, school, latest);
    if (!opened) return 'unreadable';
    const deliveries = await knownDeliveries(desk, opened);
    const { events, then } = planIncident({ ...opened, deliveries, now: desk.now() });
    if (events.length + then.owed.length === 0) return 'nothing';
    const { schoolId, id } = latest;
    const outcome = await desk.incidents.record(
      undefined,
      { schoolId, id },
      { seen: latest.events.length, events },
      then,
    );
    if (outcome.kind !== 'overtaken') return outcome.kind === 'recorded' ? 'recorded' : 'nothing';
    latest = outcome.incident;
  }
  return 'nothing';
}
