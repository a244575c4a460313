import { describe, expect, it } from 'vitest';
import { routeIncident, type RouteInput } from '../../../src/domain/incidents/route-incident.ts';
import type { SafeguardingPlace } from '../../../src/domain/incidents/safeguarding-place.ts';
import { Person, School } from '../../../src/domain/people/school.ts';

const tenantId = '00000000-0000-4000-8000-0000000000aa';
const today = '2026-11-24';
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const person = (id: string, number: number, roles: string[], away: object[] = []) =>
  Person.parse({ id, name: `${id} Hill`, objectId: idOf(number), roles, away });
const staff = [
  person('hana', 1, ['head']),
  person('dan', 2, ['dsl']),
  person('pia', 3, ['deputyDsl']),
  person('tim', 4, ['deputyHead', 'deputyDsl']),
  person('mo', 5, ['chair']),
  person('cal', 6, ['ictLead']),
];
const lado = { id: 'lado', name: 'LADO', for: 'advice', phone: '01632 960620', checkedOn: '2026-09-01' };
const police = { ...lado, id: 'police', name: 'Police' };
const schoolOf = (people: readonly Person[]) =>
  School.parse({ id: 'hill', name: 'Hill School', timeZone: 'Europe/London', people, contacts: [lado, police] });
const place: SafeguardingPlace = {
  schoolId: 'hill',
  tenantId,
  channelId: '19:dsl@thread.tacv2',
  teamId: 'team',
  teamName: 'Safeguarding',
  channelName: 'Reports',
  kind: 'private',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  connectedBy: idOf(2),
  connectedAt: '2026-11-01T00:00:00Z',
  acceptedAt: '2026-11-01T00:01:00Z',
};
const route = (input: Partial<RouteInput>, people: readonly Person[] = staff) =>
  routeIncident({
    school: schoolOf(people),
    kind: 'disclosure',
    about: ['pupil'],
    aboutRecipient: {},
    reporter: { objectId: idOf(99) },
    today,
    keyOf: ({ objectId }) => (objectId ? { tenantId, objectId } : undefined),
    places: [place],
    ...input,
  });
const who = (decision: ReturnType<typeof route>) => decision.recipients.map(({ personId }) => personId);

describe('where a report goes', () => {
  it('takes a child’s safety to the DSL and the deputies, in their channel first', () => {
    const decision = route({});
    expect(who(decision)).toEqual(['dan', 'pia', 'tim']);
    expect(decision.rungs.map(({ kind }) => kind)).toEqual(['channel', 'people']);
    expect(decision.escalation.map(({ role }) => role)).toEqual(['deputyDsl', 'head']);
    expect(decision.reason).toBe(
      'This goes to the Designated Safeguarding Lead and the Deputy Designated Safeguarding Lead because a child may have been harmed.',
    );
  });

  it('takes a report about the head to the chair alone, in her own chat', () => {
    const decision = route({ kind: 'staff-conduct', about: ['role:head'] });
    expect(who(decision)).toEqual(['mo']);
    expect(decision.rungs).toEqual([{ kind: 'people', to: [{ tenantId, objectId: idOf(5) }] }]);
    expect(decision.reason).toBe('This goes to the Chair of Governors because it is about the headteacher.');
  });

  it('takes a report about the chair outside, on paper', () => {
    const decision = route({ kind: 'staff-conduct', about: ['role:head', 'role:chair'] });
    expect(decision).toMatchObject({ recipients: [], rungs: [], escalation: [], outside: ['lado'] });
    expect(decision.onPaper).toEqual({ contact: 'lado', title: 'LADO' });
  });
});
