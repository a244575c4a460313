import type { PersonKey } from '../people/person-key.ts';
import type { Route } from '../people/route.ts';
import type { Person, School } from '../people/school.ts';
import type { Rung } from './route-decision.ts';
import type { SafeguardingPlace } from './safeguarding-place.ts';
import type { Receiver } from './who-receives.ts';
import type { WhomItIsAbout } from './whom-it-is-about.ts';

interface RungsInput {
  readonly school: School;
  readonly about: WhomItIsAbout;
  /** Without the reporter. */
  readonly receivers: readonly Receiver[];
  readonly route: Route;
  readonly keyOf: (person: Person) => PersonKey | undefined;
  readonly places: readonly SafeguardingPlace[];
}

/**
 * The ways to deliver, best first: the private channels of the DSLs, a standard channel of a team that only DSLs are in,
 * then each receiver's own chat. A channel is offered only where everybody who may be in it receives the report anyway,
 * and never for a report about an adult of the school.
 */
export function rungsOf({ school, about, receivers, route, keyOf, places }: RungsInput): Rung[] {
  const keysOf = (some: readonly Receiver[]) =>
    some.map(({ person }) => keyOf(person)).filter((key) => key !== undefined);
  const all = keysOf(receivers);
  const inChannel = receivers.filter(({ person }) => isSafeguarding(person));
  const elsewhere = receivers.filter(({ person }) => !isSafeguarding(person));
  const channels = mayUseChannel(school, about, route) && inChannel.length > 0 ? ordered(school, places) : [];
  return [
    ...channels.map(({ tenantId, channelId }): Rung => ({
      kind: 'channel',
      tenantId,
      channelId,
      alert: keysOf(inChannel),
      also: keysOf(elsewhere),
    })),
    ...(all.length > 0 ? [{ kind: 'people' as const, to: all }] : []),
  ];
}

function mayUseChannel(school: School, { people, groups }: WhomItIsAbout, { to }: Route): boolean {
  if (groups.has('adult')) return false;
  const members = school.people.filter(isSafeguarding);
  return members.every(
    ({ id, roles }) => !people.has(id) && to.some((role) => isSafeguardingRole(role) && roles.includes(role)),
  );
}

function isSafeguarding({ roles }: Person): boolean {
  return roles.some(isSafeguardingRole);
}

function isSafeguardingRole(role: string): boolean {
  return role === 'dsl' || role === 'deputyDsl';
}

/** Accepted ones of this school, private channels first. Whether one can be used is found out at each post. */
function ordered(school: School, places: readonly SafeguardingPlace[]): SafeguardingPlace[] {
  const own = places.filter(({ schoolId, acceptedAt }) => schoolId === school.id && acceptedAt !== undefined);
  return [...own.filter(({ kind }) => kind === 'private'), ...own.filter(({ kind }) => kind === 'standard')];
}
