import type { PersonKey } from '../people/person-key.ts';
import type { StaffTeam } from '../people/person-store.ts';
import type { Person, School } from '../people/school.ts';

/** The person about whom somebody asks what is held. */
export interface DataSubject {
  /** Every name that the school knows them by; what was asked for where it knows nobody so. */
  readonly names: readonly string[];
  readonly keys: readonly PersonKey[];
  /** Their own entry in school.yaml. */
  readonly person: Person | undefined;
}

export type FoundSubject =
  | { readonly kind: 'found'; readonly subject: DataSubject }
  /** Several people are called so. */
  | { readonly kind: 'several'; readonly count: number };

interface Entry {
  readonly name: string;
  readonly upn?: string | undefined;
  readonly key?: PersonKey | undefined;
  readonly person?: Person;
}

/**
 * Finds somebody by name, sign-in name or object id among the people of school.yaml and its staff teams. Whoever is in
 * neither (a pupil, a parent, somebody who left) is looked for by the name alone, or by the object id.
 */
export function findDataSubject(
  asked: string,
  {
    school,
    teams,
    keyOf,
    tenantId,
  }: {
    readonly school: School;
    readonly teams: readonly StaffTeam[];
    readonly keyOf: (person: Person) => PersonKey | undefined;
    readonly tenantId: string;
  },
): FoundSubject {
  const wanted = asked.trim().toLowerCase();
  const listed: Entry[] = school.people.map((person) => ({ ...person, key: keyOf(person), person }));
  const members: Entry[] = teams
    .filter((team) => team.schoolId === school.id)
    .flatMap((team) => team.members.map((member) => ({ ...member, key: { ...member, tenantId: team.tenantId } })));
  const isMeant = ({ name, upn, key }: Entry) =>
    [name, upn, key?.objectId].some((one) => one !== undefined && one.toLowerCase() === wanted);
  const found = [...listed, ...members].filter(isMeant);
  const ids = new Set(found.map(({ key, name }) => key?.objectId ?? name));
  if (ids.size > 1) return { kind: 'several', count: ids.size };
  const [objectId] = found.flatMap(({ key }) => key?.objectId ?? []);
  const all = [...listed, ...members].filter((one) => found.includes(one) || isSame(one.key?.objectId, objectId));
  const person = all.find((one) => one.person)?.person;
  const names = [...new Set(all.map(({ name }) => name))];
  const known = objectId ?? (isObjectId(wanted) ? wanted : undefined);
  return {
    kind: 'found',
    subject: {
      names: names.length > 0 || known !== undefined ? names : [asked.trim()],
      keys: known === undefined ? [] : [{ tenantId, objectId: known }],
      person,
    },
  };
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other;
}

function isObjectId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
