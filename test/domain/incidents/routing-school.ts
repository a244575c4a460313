import { routeIncident, type RouteInput } from '../../../src/domain/incidents/route-incident.ts';
import type { RouteDecision, Rung } from '../../../src/domain/incidents/route-decision.ts';
import type { SafeguardingPlace } from '../../../src/domain/incidents/safeguarding-place.ts';
import type { Role } from '../../../src/domain/people/role.ts';
import { Person, School } from '../../../src/domain/people/school.ts';

export const tenantId = '00000000-0000-4000-8000-0000000000aa';
export const today = '2026-11-24';
export const objectIdOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** People by name and roles: `{ hana: ['head'] }`. Each has an object id, in order from 1. */
export function peopleOf(
  roles: Readonly<Record<string, readonly Role[]>>,
  away: Readonly<Record<string, string>> = {},
): Person[] {
  return Object.entries(roles).map(([id, held], at) =>
    Person.parse({
      id,
      name: `${id} Hill`,
      objectId: objectIdOf(at + 1),
      roles: held,
      ...(id in away && { away: [{ from: today, to: today, cover: away[id] }] }),
    }),
  );
}

const lado = { id: 'lado', name: 'LADO', for: 'advice', phone: '01632 960620', checkedOn: '2026-09-01' };
const empty = School.parse({
  id: 'hill',
  name: 'Hill School',
  timeZone: 'Europe/London',
  people: [{ id: 'one', name: 'One Hill' }],
  contacts: [lado, { ...lado, id: 'police', name: 'Police' }],
});

export const schoolOf = (people: readonly Person[]): School => ({ ...empty, people: [...people] });

export const place: SafeguardingPlace = {
  schoolId: 'hill',
  tenantId,
  channelId: '19:dsl@thread.tacv2',
  teamId: 'team',
  teamName: 'Safeguarding',
  channelName: 'Reports',
  kind: 'private',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  connectedBy: objectIdOf(2),
  connectedAt: '2026-11-01T00:00:00Z',
  acceptedAt: '2026-11-01T00:01:00Z',
};

export const keyOf: RouteInput['keyOf'] = ({ objectId }) => (objectId ? { tenantId, objectId } : undefined);

/** The school that most tests ask: a DSL with two deputies, one of them also deputy head. */
export const usual = peopleOf({
  hana: ['head'],
  dan: ['dsl'],
  pia: ['deputyDsl'],
  tim: ['deputyHead', 'deputyDsl'],
  mo: ['chair'],
  cal: ['ictLead'],
  tess: [],
});

/** Routes a teacher's report about a pupil, unless `input` says otherwise. */
export function route(input: Partial<RouteInput> = {}, people: readonly Person[] = usual): RouteDecision {
  return routeIncident({
    school: schoolOf(people),
    kind: 'disclosure',
    about: ['pupil'],
    aboutRecipient: {},
    reporter: { objectId: objectIdOf(99) },
    today,
    keyOf,
    places: [place],
    ...input,
  });
}

export const receiving = ({ recipients }: RouteDecision): string[] => recipients.map(({ personId }) => personId);

/** Object ids of everybody whom a rung reaches. */
export function reachedBy(rung: Rung): string[] {
  const keys = rung.kind === 'people' ? rung.to : [...rung.alert, ...rung.also];
  return keys.map(({ objectId }) => objectId);
}
