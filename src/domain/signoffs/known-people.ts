import type { KeyOf } from '../people/keys-of-people.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { StaffTeam } from '../people/person-store.ts';
import type { Person, School } from '../people/school.ts';
import type { SchoolLibrary } from '../policies/library.ts';

/** Somebody whom the school knows, by whatever ways it knows them. */
export interface KnownPerson {
  readonly person?: PersonKey | undefined;
  readonly listed?: string | undefined;
  readonly name: string;
  /** Ids of their groups, in the order of school.yaml. */
  readonly groups: readonly string[];
  /** A member of a connected staff team. */
  readonly inTeam: boolean;
  /** Of a line of the list. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

interface Found {
  readonly person?: PersonKey | undefined;
  readonly name: string;
  readonly inTeam: boolean;
  readonly groups: Set<string>;
}

const byName = new Intl.Collator('en-GB').compare;

/** Everybody of the school, each person once, in the order of their names. Teams of other schools play no part. */
export function knownPeople({
  library: { school, listed = [] },
  teams,
  keyOf,
}: {
  readonly library: SchoolLibrary;
  readonly teams: readonly StaffTeam[];
  readonly keyOf: KeyOf;
}): KnownPerson[] {
  const found = new Map<string, Found>();
  const bySignIn = new Map<string, string>();
  const groupsOf = groupFinder(school);
  for (const { tenantId, members } of teams.filter(({ schoolId }) => schoolId === school.id)) {
    for (const { objectId, name, upn } of members) {
      const key = `${tenantId} ${objectId}`;
      const names = [objectId, upn?.toLowerCase()];
      const before = found.get(key);
      if (before) groupsOf(names).forEach((id) => before.groups.add(id));
      else found.set(key, { person: { tenantId, objectId }, name, inTeam: true, groups: new Set(groupsOf(names)) });
      if (upn !== undefined) bySignIn.set(upn.toLowerCase(), key);
    }
  }
  const people = school.people.map((person) => {
    const account = keyOf(person);
    const key = account ? `${account.tenantId} ${account.objectId}` : bySignIn.get(nameToSignIn(person));
    const before = key === undefined ? undefined : found.get(key);
    const groups = new Set([...(before?.groups ?? []), ...groupsOf([person.objectId, person.upn], person.id)]);
    const row: Found = { person: before?.person ?? account, name: person.name, inTeam: before !== undefined, groups };
    if (key === undefined) return row;
    found.set(key, row);
    return undefined;
  });
  const inOrder = (groups: ReadonlySet<string>) => school.groups.map(({ id }) => id).filter((id) => groups.has(id));
  return [
    ...[...found.values(), ...people.filter((one) => one !== undefined)].map((one) => ({
      ...one,
      groups: inOrder(one.groups),
    })),
    ...listed.map(({ id, name, groups, from, until }) => ({
      ...{ listed: id, name, groups: inOrder(new Set(groups)), inTeam: false },
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
    })),
  ].sort((a, b) => byName(a.name, b.name));
}

/** An entry with an object id is that account and no other, whoever has its sign-in name by now. */
function nameToSignIn({ objectId, upn }: Person): string {
  return objectId === undefined ? (upn ?? '') : '';
}

/** Finds the groups that name somebody by one of these names, or as this person of school.yaml. */
function groupFinder({ groups }: School) {
  const byMember = new Map<string, string[]>();
  const byPerson = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, name: string, id: string) => to.set(name, [...(to.get(name) ?? []), id]);
  for (const { id, people, members } of groups) {
    members.forEach((name) => add(byMember, name, id));
    people.forEach((name) => add(byPerson, name, id));
  }
  return (names: readonly (string | undefined)[], personId?: string): string[] => [
    ...names.flatMap((name) => (name === undefined ? [] : (byMember.get(name) ?? []))),
    ...(personId === undefined ? [] : (byPerson.get(personId) ?? [])),
  ];
}
