import { Answers } from '../../../src/domain/incidents/answers.ts';
import type { Incident, Report } from '../../../src/domain/incidents/incident.ts';
import { routeIncident, type RouteInput } from '../../../src/domain/incidents/route-incident.ts';
import type { SafeguardingPlace } from '../../../src/domain/incidents/safeguarding-place.ts';
import { Person, School } from '../../../src/domain/people/school.ts';

export const tenantId = '00000000-0000-4000-8000-0000000000aa';
export const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const person = (id: string, number: number, roles: string[], away: object[] = []) =>
  Person.parse({ id, name: `${id} Hill`, objectId: idOf(number), roles, away });
export const staff = [
  person('hana', 1, ['head']),
  person('dan', 2, ['dsl']),
  person('pia', 3, ['deputyDsl']),
  person('tim', 4, ['deputyHead', 'deputyDsl']),
  person('mo', 5, ['chair']),
  person('cal', 6, ['ictLead']),
];
export type StaffId = 'hana' | 'dan' | 'pia' | 'tim' | 'mo' | 'cal';
/** A member of the staff team who holds no role. */
export const teacher = { tenantId, objectId: idOf(99) };
export const keyOf = ({ objectId }: Pick<Person, 'objectId'>) => (objectId ? { tenantId, objectId } : undefined);
export const keyOfId = (id: StaffId) => ({
  tenantId,
  objectId: staff.find((one) => one.id === id)?.objectId ?? '',
});
export const channel = { tenantId, channelId: '19:dsl@thread.tacv2' };

const lado = { id: 'lado', name: 'LADO', for: 'advice', phone: '01632 960620', checkedOn: '2026-09-01' };
const terms = [{ name: 'Autumn', from: '2026-09-01', to: '2026-12-18' }];
export const schoolOf = (people: readonly Person[] = staff) =>
  School.parse({ id: 'hill', name: 'Hill School', timeZone: 'Europe/London', people, contacts: [lado], terms });

const place: SafeguardingPlace = {
  schoolId: 'hill',
  teamId: 'team',
  teamName: 'Safeguarding',
  channelName: 'Reports',
  kind: 'private',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  connectedBy: idOf(2),
  connectedAt: '2026-11-01T00:00:00Z',
  acceptedAt: '2026-11-01T00:01:00Z',
  ...channel,
};

/** Tuesday of a term, 10:00. */
export const submittedAt = '2026-11-24T10:00:00.000Z';

/** A report as the routes make it, submitted and nothing more. */
export function sampleReport(
  input: Partial<RouteInput> = {},
  { people = staff, ...more }: Partial<Incident> & { people?: readonly Person[] } = {},
): { incident: Incident; report: Report; school: School } {
  const school = schoolOf(people);
  const route = routeIncident({
    school,
    kind: 'other-child',
    about: ['pupil'],
    aboutRecipient: {},
    reporter: teacher,
    today: '2026-11-24',
    keyOf,
    places: [place],
    ...input,
  });
  const incident: Incident = {
    id: 'SR-7KQ2-M',
    schoolId: 'hill',
    draftId: 'SD-7KQ2-M',
    reporter: { tenantId, objectId: input.reporter?.objectId ?? teacher.objectId },
    kind: input.kind ?? 'other-child',
    urgent: false,
    sealedReport: 'sealed',
    submittedAt,
    events: [{ seq: 1, kind: 'submitted', at: submittedAt, by: teacher }],
    ...more,
  };
  return {
    incident,
    report: { answers: Answers.parse({ at: 'end', about: input.about ?? ['pupil'] }), route },
    school,
  };
}
