import { actingHolders, standingFor, type ActingHolder } from '../people/acting-holders.ts';
import type { Role } from '../people/role.ts';
import type { Route } from '../people/route.ts';
import type { Person, School } from '../people/school.ts';
import type { WhomItIsAbout } from './whom-it-is-about.ts';

/** Somebody who receives a report, and in which role. */
export type Receiver = ActingHolder;

interface Received {
  readonly receivers: readonly Receiver[];
  /** Roles of the route that were passed over because of whom the report is about. */
  readonly replaced: readonly Role[];
  /** The route named nobody but the reporter, so it went to somebody above as well. */
  readonly aboveReporter: boolean;
}

interface ReceiveInput {
  readonly school: School;
  readonly today: string;
  readonly route: Route;
  readonly about: WhomItIsAbout;
  readonly isReporter: (person: Person) => boolean;
}

/** A role that is not named here has the head's. */
const above: Partial<Record<Role, readonly Role[]>> = {
  dsl: ['deputyDsl', 'head', 'chair'],
  deputyDsl: ['dsl', 'head', 'chair'],
  head: ['chair'],
  chair: [],
  registeredPerson: [],
};
const aboveOthers: readonly Role[] = ['head', 'chair'];

/**
 * Whom a route names today, each person once. A role that somebody stands for whom the report is about is passed over
 * whole (nobody looks into one of their own), and so is one that nobody stands for: the next above takes its place. Where
 * that leaves the reporter alone, the next above receives it too. Empty when nobody is left: then it goes outside, on paper.
 */
export function whoReceives(input: ReceiveInput): Received {
  const { route, isReporter } = input;
  const replaced = route.to.filter((role) => isPassedOver(role, input));
  const receivers = once(route.to.flatMap((role) => firstOf(input, [role, ...rolesAbove(role)], () => true)));
  if (receivers.length === 0 || receivers.some(({ person }) => !isReporter(person)))
    return { receivers, replaced, aboveReporter: false };
  const higher =
    route.to
      .map((role) => firstOf(input, rolesAbove(role), (person) => !isReporter(person)))
      .find(({ length }) => length > 0) ?? [];
  return { receivers: once([...receivers, ...higher]), replaced, aboveReporter: higher.length > 0 };
}

/** Whoever of the first role that has anybody: first of those who are here, then of those who are away without cover. */
function firstOf(input: ReceiveInput, roles: readonly Role[], isWanted: (person: Person) => boolean): Receiver[] {
  const { school, today } = input;
  for (const find of [actingHolders, standingFor]) {
    for (const role of roles.filter((each) => !isPassedOver(each, input))) {
      const found = find(school, role, today).filter(({ person }) => isWanted(person));
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** A deputy does not look into a DSL or another deputy either; a DSL is not passed over because of a deputy. */
function isPassedOver(role: Role, { school, today, about }: ReceiveInput): boolean {
  if (role === 'deputyDsl' && about.groups.has('dsl')) return true;
  return standingFor(school, role, today).some(({ person }) => about.people.has(person.id));
}

/** Who takes the place of `role` where nobody of it may have a report, nearest first. */
export function rolesAbove(role: Role): readonly Role[] {
  return above[role] ?? aboveOthers;
}

function once(receivers: readonly Receiver[]): Receiver[] {
  return receivers.filter(
    (receiver, at) => receivers.findIndex(({ person }) => person.id === receiver.person.id) === at,
  );
}
