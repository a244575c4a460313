import { standingFor } from '../people/acting-holders.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Role } from '../people/role.ts';
import type { AboutGroup } from '../people/route.ts';
import type { Person, School } from '../people/school.ts';
import type { Answers, Subject } from './answers.ts';
import type { IncidentKind } from './incident-kind.ts';

/** What is known of whom a report is about. */
export interface WhomItIsAbout {
  /** Ids of school.yaml's people. */
  readonly people: ReadonlySet<string>;
  /** Object ids of the others, where Teams named them. */
  readonly strangers: ReadonlySet<string>;
  readonly groups: ReadonlySet<AboutGroup>;
}

interface AboutInput {
  readonly school: School;
  readonly kind: IncidentKind | undefined;
  readonly about: readonly Subject[];
  readonly aboutRecipient: Answers['aboutRecipient'];
  readonly today: string;
  readonly keyOf: (person: Person) => PersonKey | undefined;
}

/** The roles whose holders a report must not reach when it is about one of them, by the group that they make up. */
const groupRoles: readonly (readonly [AboutGroup, readonly Role[]])[] = [
  ['head', ['head']],
  ['chair', ['chair', 'registeredPerson']],
  ['dsl', ['dsl', 'deputyDsl']],
];

/**
 * Who is meant, as persons. A role means everybody who stands for it today: who holds it, and who covers for them, since
 * nobody can tell which of the two the reporter means. A person counts for every role that they stand for.
 */
export function whomItIsAbout(input: AboutInput): WhomItIsAbout {
  const { school, kind, about, aboutRecipient, today } = input;
  const people = new Set<string>();
  const strangers = new Set<string>();
  const groups = new Set<AboutGroup>();
  const said = Object.entries(aboutRecipient).flatMap(([id, yes]) => (yes ? [`person:${id}`] : []));
  for (const subject of [...about, ...said]) {
    const [form, name = ''] = subject.split(':');
    const group = groupOf(subject);
    groups.add(group);
    if (form === 'role') for (const { person } of standingFor(school, roleOf(name), today)) people.add(person.id);
    if (form === 'person' && school.people.some(({ id }) => id === name)) people.add(name);
    if (form === 'member') {
      const person = school.people.find((each) => isWith(each, name, input.keyOf));
      if (person) people.add(person.id);
      else strangers.add(name);
    }
  }
  const heads = idsOf(school, ['head'], today);
  for (const [group, roles] of groupRoles) {
    const ids = [...idsOf(school, roles, today)].filter((id) => group !== 'chair' || !heads.has(id));
    if (ids.some((id) => people.has(id))) groups.add(group);
  }
  const saidRole = groupRoles.some(([group]) => groups.has(group));
  if (kind === 'staff-conduct' || people.size > 0 || saidRole) groups.add('adult');
  return { people, strangers, groups };
}

/** Whether `objectId` is the person's: by school.yaml, or by a sign-in name that is bound to them. */
export function isWith(person: Person, objectId: string, keyOf: (person: Person) => PersonKey | undefined): boolean {
  return person.objectId === objectId || keyOf(person)?.objectId === objectId;
}

function groupOf(subject: string): AboutGroup {
  if (subject === 'pupil' || subject === 'outsider' || subject === 'not-known') return subject;
  if (subject === 'role:head') return 'head';
  if (subject === 'role:chair') return 'chair';
  return subject === 'role:dsl' || subject === 'role:deputyDsl' ? 'dsl' : 'adult';
}

function roleOf(name: string): Role {
  return name === 'head' || name === 'chair' || name === 'deputyDsl' ? name : 'dsl';
}

function idsOf(school: School, roles: readonly Role[], today: string): Set<string> {
  return new Set(roles.flatMap((role) => standingFor(school, role, today).map(({ person }) => person.id)));
}
