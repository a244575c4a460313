import { actingHolders, standingFor } from '../people/acting-holders.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Role } from '../people/role.ts';
import type { Route } from '../people/route.ts';
import type { Person, School } from '../people/school.ts';
import type { RouteDecision } from './route-decision.ts';
import type { Receiver } from './who-receives.ts';
import type { WhomItIsAbout } from './whom-it-is-about.ts';

interface EscalationInput {
  readonly school: School;
  readonly today: string;
  readonly route: Route;
  readonly about: WhomItIsAbout;
  readonly receivers: readonly Receiver[];
  readonly isReporter: (person: Person) => boolean;
  readonly keyOf: (person: Person) => PersonKey | undefined;
}

/**
 * Who is told in turn when nobody acknowledges. What goes to the DSL: the deputies, then the head. What else a school gives
 * its ICT lead or another role: the head. What goes to the head or the chair stays with them; then the reporter is told.
 * Nobody it is about, and no role that one of them stands for; not the reporter.
 */
export function escalationOf(input: EscalationInput): RouteDecision['escalation'] {
  const roles = nextRoles(input);
  return roles
    .filter(
      (role) => !standingFor(input.school, role, input.today).some(({ person }) => input.about.people.has(person.id)),
    )
    .map((role) => ({
      role,
      to: actingHolders(input.school, role, input.today)
        .filter(({ person }) => !input.isReporter(person))
        .map(({ person }) => input.keyOf(person))
        .filter((key) => key !== undefined),
    }))
    .filter(({ to }) => to.length > 0);
}

function nextRoles({ receivers, about, route }: EscalationInput): Role[] {
  const receiving = new Set(receivers.map(({ role }) => role));
  const led = receiving.has('dsl') || receiving.has('deputyDsl');
  // The deputies hear of an adult only where a child in an image cannot wait.
  const deputies = led && !about.groups.has('dsl') && (!about.groups.has('adult') || route.to.includes('deputyDsl'));
  const head = !receiving.has('head') && !receiving.has('chair') && receiving.size > 0;
  return [...(deputies ? (['deputyDsl'] as const) : []), ...(head ? (['head'] as const) : [])];
}
