import type { Subject } from '../../domain/incidents/answers.ts';
import type { IncidentKind } from '../../domain/incidents/incident-kind.ts';
import { routeIncident } from '../../domain/incidents/route-incident.ts';
import type { RouteDecision } from '../../domain/incidents/route-decision.ts';
import type { SafeguardingPlace } from '../../domain/incidents/safeguarding-place.ts';
import type { PersonKey } from '../../domain/people/person-key.ts';
import { roleTitles, type Role } from '../../domain/people/role.ts';
import type { ImagePlace } from '../../domain/people/route.ts';
import type { Person } from '../../domain/people/school.ts';
import { citeClause } from '../../domain/policies/cite-clause.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';

export interface RouteCase {
  readonly kind: IncidentKind;
  readonly imageOn?: ImagePlace | undefined;
  readonly about: readonly Subject[];
  readonly reporter?: Person | undefined;
}

/** One case as `staffroom routes` and `staffroom route` print it; with `--json` exactly so. */
export interface ExplainedRoute {
  readonly kind: IncidentKind;
  readonly imageOn?: ImagePlace | undefined;
  readonly about: readonly Subject[];
  readonly rule: string;
  readonly clause?: string | undefined;
  /** The clause by its policy and printed number. */
  readonly cited?: string | undefined;
  readonly reason: string;
  readonly recipients: readonly NamedRole[];
  /** In the order in which they are tried: the safeguarding channel where one is connected, each one's own chat, paper. */
  readonly ladder: readonly ('channel' | 'chat' | 'paper')[];
  /** Who is told in turn when nobody acknowledges; after them the reporter is. */
  readonly escalation: readonly NamedRole[];
  /** Contacts whom somebody has to tell as well. */
  readonly outside: readonly string[];
  readonly onPaper?: string | undefined;
  /** Names of those it is about. */
  readonly subjects: readonly string[];
}

export interface NamedRole {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/**
 * Explains a case by school.yaml alone, as on `today`: as if a safeguarding channel were connected, and everybody with a
 * sign-in name or object id were known to Teams. Absences that were said in Teams are not in school.yaml.
 */
export function explainRoute(library: SchoolLibrary, { reporter, ...said }: RouteCase, today: string): ExplainedRoute {
  const { school } = library;
  const cite = (clause: string) => citeClause(library, clause);
  const decision = routeIncident({
    ...said,
    school,
    aboutRecipient: {},
    reporter: { objectId: reporter ? (keyOf(reporter)?.objectId ?? '') : '', personId: reporter?.id },
    today,
    keyOf,
    places: [anyChannel(school.id)],
    cite,
  });
  const contact = (id: string) => school.contacts.find((each) => each.id === id)?.name ?? id;
  return {
    ...said,
    rule: decision.rule,
    ...(decision.clause && { clause: decision.clause, cited: cite(decision.clause) }),
    reason: decision.reason,
    recipients: decision.recipients.map(({ personId, role }) =>
      named(school.people, ({ id }) => id === personId, role),
    ),
    ladder: ladderOf(decision),
    escalation: decision.escalation.flatMap(({ role, to }) =>
      to.map(({ objectId }) => named(school.people, (person) => keyOf(person)?.objectId === objectId, role)),
    ),
    outside: decision.outside.map(contact),
    ...(decision.onPaper && { onPaper: paperTo(decision.onPaper, school.people) }),
    subjects: school.people.filter(({ id }) => decision.subjects.includes(id)).map(({ name }) => name),
  };
}

function ladderOf({ rungs, onPaper }: RouteDecision): ExplainedRoute['ladder'] {
  return [
    ...rungs.map(({ kind }) => (kind === 'channel' ? 'channel' : 'chat')),
    ...(onPaper ? (['paper'] as const) : []),
  ];
}

function paperTo({ personId, title }: NonNullable<RouteDecision['onPaper']>, people: readonly Person[]): string {
  const person = people.find(({ id }) => id === personId);
  return person ? `${person.name}, ${title}` : title;
}

function named(people: readonly Person[], isWanted: (person: Person) => boolean, role: Role): NamedRole {
  const person = people.find(isWanted);
  return { id: person?.id ?? '', name: person?.name ?? roleTitles[role], role };
}

/** Stands for whatever Teams will know a person by. */
function keyOf({ objectId, upn }: Person): PersonKey | undefined {
  const known = objectId ?? upn;
  return known === undefined ? undefined : { tenantId: '', objectId: known };
}

function anyChannel(schoolId: string): SafeguardingPlace {
  const text = {
    tenantId: '',
    channelId: '',
    teamId: '',
    teamName: '',
    channelName: '',
    serviceUrl: '',
    connectedBy: '',
  };
  return { ...text, schoolId, kind: 'private', connectedAt: '', acceptedAt: '' };
}
