import { planIncident } from '../../src/domain/incidents/plan-incident.ts';
import { toReportEntry } from '../../src/domain/incidents/report-entry.ts';
import { routeIncident } from '../../src/domain/incidents/route-incident.ts';
import type { Answers } from '../../src/domain/incidents/answers.ts';
import type { Incident, Report } from '../../src/domain/incidents/incident.ts';
import { keysOfPeople } from '../../src/domain/people/keys-of-people.ts';
import type { PersonKey } from '../../src/domain/people/person-key.ts';
import { schoolDay } from '../../src/domain/people/school-day.ts';
import type { School } from '../../src/domain/people/school.ts';
import { withAbsences } from '../../src/domain/people/with-absences.ts';
import type { BotDeps } from '../../src/teams/bot-deps.ts';

/** Sends a report the way the dialog does: sealed, with the first rung owed in the same step. Gives its reference. */
export async function submitReport(
  deps: Pick<BotDeps, 'persons' | 'places' | 'absences' | 'incidents' | 'sealer' | 'newReference' | 'now'>,
  {
    school: listed,
    answers,
    reporter,
    changes = {},
  }: { school: School; answers: Answers; reporter: PersonKey; changes?: Partial<Incident> },
): Promise<string> {
  const { id: schoolId } = listed;
  const now = deps.now();
  const today = schoolDay(now, listed);
  const school = withAbsences(listed, await deps.absences.absences(schoolId, today));
  const keyOf = await keysOfPeople(deps.persons, reporter.tenantId);
  const personId = school.people.find((one) => one.objectId === reporter.objectId)?.id;
  const route = routeIncident({
    school,
    kind: answers.kind,
    about: answers.about,
    aboutRecipient: {},
    reporter: { objectId: reporter.objectId, personId },
    today,
    keyOf,
    places: await deps.places.places(schoolId),
  });
  const report: Report = { answers, route };
  const id = deps.newReference('SR');
  const submittedAt = now.toISOString();
  const incident: Incident = {
    id,
    schoolId,
    draftId: `SD-${id}`,
    reporter,
    kind: answers.kind ?? 'other-child',
    urgent: false,
    sealedReport: await deps.sealer.seal(JSON.stringify(report), { schoolId, type: 'report', id }),
    submittedAt,
    events: [{ seq: 1, kind: 'submitted', at: submittedAt, by: reporter }],
    ...changes,
  };
  const planned = planIncident({ incident, report, deliveries: new Map(), school, keyOf, now });
  const then = { ...planned.then, entries: incident.events.map((event) => toReportEntry(incident, event)) };
  await deps.incidents.submit({ activityKey: id, submissionId: id }, incident, then);
  return id;
}
