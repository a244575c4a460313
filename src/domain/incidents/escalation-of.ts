import { actingHolders, standingFor } from '../people/acting-holders.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Role } from '../people/role.ts';
import type { Person, School } from '../people/school.ts';
import type { IncidentKind } from './incident-kind.ts';
import type { RouteDecision } from './route-decision.ts';
import type { Receiver } from './who-receives.ts';
import type { WhomItIsAbout } from './whom-it-is-about.ts';

interface EscalationInput {
  readonly school: School;
  readonly today: string;
  readonly kind: IncidentKind | undefined;
  readonly about: WhomItIsAbout;
  readonly receivers: readonly Receiver[];
  readonly isReporter: (person: Person) => boolean;
  readonly keyOf: (person: Person) => PersonKey | undefined;
}

/**
 * Who is told in turn when nobody acknowledges. What goes to the DSL: the deputies, then the head. What else a school gives
 * its ICT lead or another role: the head. What goes to the head or the chair stays with them, and then the reporter is told;
 * only an image cannot wait for that. No role that somebody stands for whom it is about; not the reporter.
 */
export function escalationOf(input: EscalationInput): RouteDecision['escalation'] {
  const { school, today, about, isReporter, keyOf } = input;
  return nextRoles(input)
    .filter((role) => !standingFor(school, role, today).some(({ person }) => about.people.has(person.id)))
    .flatMap((role) => {
      const acting = actingHolders(school, role, today);
      const to = acting
        .filter(({ person }) => !isReporter(person))
        .map(({ person }) => keyOf(person))
        .filter((key) => key !== undefined);
      return to.length > 0 ? [{ role: acting[0]?.role ?? role, to }] : [];
    });
}

const leading: readonly Role[] = ['head', 'deputyHead', 'chair', 'registeredPerson'];

function nextRoles({ receivers, about, kind }: EscalationInput): Role[] {
  const receiving = receivers.map(({ role }) => role);
  const safeguarding = receiving.includes('dsl') || receiving.includes('deputyDsl');
  const toDeputies = safeguarding && !about.groups.has('dsl') && (!about.groups.has('adult') || kind === 'image');
  const toHead = receiving.length > 0 && !receiving.some((role) => leading.includes(role));
  return [...(toDeputies ? (['deputyDsl'] as const) : []), ...(toHead ? (['head'] as const) : [])];
}
