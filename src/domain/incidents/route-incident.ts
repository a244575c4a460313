import type { PersonKey } from '../people/person-key.ts';
import { roleTitles } from '../people/role.ts';
import type { ImagePlace, Route } from '../people/route.ts';
import type { Person, School } from '../people/school.ts';
import type { Answers, Subject } from './answers.ts';
import { defaultRoutes, ladoContact } from './default-routes.ts';
import { escalationOf } from './escalation-of.ts';
import type { IncidentKind } from './incident-kind.ts';
import { whoReceives, type Receiver } from './who-receives.ts';
import type { RouteDecision } from './route-decision.ts';
import { routeReason } from './route-reason.ts';
import { rungsOf } from './rungs-of.ts';
import type { SafeguardingPlace } from './safeguarding-place.ts';
import { isWith, whomItIsAbout, type WhomItIsAbout } from './whom-it-is-about.ts';

export interface RouteInput {
  /** As it stands today, absences included (`withAbsences`). */
  readonly school: School;
  /** Absent while the reporter has not said: what a child's safety needs holds. */
  readonly kind: IncidentKind | undefined;
  readonly imageOn?: ImagePlace | undefined;
  readonly about: readonly Subject[];
  readonly aboutRecipient: Answers['aboutRecipient'];
  readonly reporter: { readonly objectId: string; readonly personId?: string | undefined };
  /** YYYY-MM-DD in the school's zone. */
  readonly today: string;
  /** How Teams knows a person; undefined while it has not told. */
  readonly keyOf: (person: Person) => PersonKey | undefined;
  readonly places: readonly SafeguardingPlace[];
  /** A clause's name as it is printed ("Staff Code of Conduct 49"), for the reason. */
  readonly cite?: ((clause: string) => string | undefined) | undefined;
}

/**
 * Where a report goes: the first of the school's routes that fits, else of the built-in ones, which end with one that
 * fits always. Nobody it is about is a recipient, is alerted, or is told later; where nobody else is left, or Teams can
 * reach none of them, `onPaper` says whom the reporter goes to. The reporter alone never receives their own report.
 */
export function routeIncident(input: RouteInput): RouteDecision {
  const about = whomItIsAbout(input);
  const route = routeFor(input, about.groups);
  const isReporter = (person: Person) =>
    person.id === input.reporter.personId || isWith(person, input.reporter.objectId, input.keyOf);
  const { receivers, replaced, aboveReporter } = whoReceives({ ...input, route, about, isReporter });
  const others = receivers.filter(({ person }) => !isReporter(person));
  const rungs = rungsOf({ ...input, route, about, receivers: others });
  return {
    rule: route.rule,
    ...(route.clause && { clause: route.clause }),
    reason: routeReason({ ...input, route, about, receivers, others, replaced, aboveReporter }),
    recipients: receivers.map(({ person, role }) => {
      const key = input.keyOf(person);
      return { personId: person.id, role, ...(key && { key }) };
    }),
    subjects: subjectIds(input, about),
    rungs,
    escalation: escalationOf({ ...input, about, isReporter, receivers }),
    outside: route.outside.filter((id) => input.school.contacts.some((contact) => contact.id === id)),
    ...(rungs.length === 0 && { onPaper: paperFor(input.school, others, route) }),
  };
}

/** The route that decides, of the school's own and then the built-in ones. */
export function routeFor(
  { school, kind, imageOn }: Pick<RouteInput, 'kind' | 'imageOn'> & { readonly school: Pick<School, 'routes'> },
  groups: WhomItIsAbout['groups'],
): Route {
  const fits = (route: Route) =>
    (!route.kinds || (kind !== undefined && route.kinds.includes(kind))) &&
    (!route.about || route.about.some((group) => groups.has(group))) &&
    (!route.imageOn || (imageOn !== undefined && route.imageOn.includes(imageOn)));
  const route = [...school.routes, ...defaultRoutes].find(fits);
  if (!route) throw new Error('the last built-in route fits always');
  return route;
}

function subjectIds({ school, keyOf }: RouteInput, { people, strangers }: WhomItIsAbout): string[] {
  const objectIds = school.people
    .filter(({ id }) => people.has(id))
    .flatMap((person) => [person.objectId, keyOf(person)?.objectId])
    .filter((id) => id !== undefined);
  return [...new Set([...people, ...objectIds, ...strangers])];
}

/** Whom the reporter goes to when Teams reaches nobody: the first who should have had it, else who is outside the school. */
function paperFor({ contacts }: School, others: readonly Receiver[], { to, outside }: Route): RouteDecision['onPaper'] {
  const [first] = others;
  if (first) return { personId: first.person.id, title: roleTitles[first.role] };
  const only = to.length === 0 ? outside[0] : undefined;
  const contact = contacts.find(({ id }) => id === (only ?? ladoContact));
  return contact
    ? { contact: contact.id, title: contact.name }
    : { title: 'Local authority designated officer (LADO)' };
}
