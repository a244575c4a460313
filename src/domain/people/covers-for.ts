import type { Role } from './role.ts';
import type { Person, School } from './school.ts';

/** Whose absence matters to who gets reports, and who may stand in for each, the likeliest first. */
const suited = {
  dsl: ['dsl', 'deputyDsl', 'head', 'deputyHead'],
  deputyDsl: ['deputyDsl', 'dsl', 'head', 'deputyHead'],
  head: ['deputyHead', 'head', 'dsl', 'deputyDsl'],
  deputyHead: ['head', 'deputyHead', 'dsl', 'deputyDsl'],
} as const satisfies Partial<Record<Role, readonly Role[]>>;

/** The role for which the person is covered; undefined for whoever is not covered in Teams. */
export function coveredRole({ roles }: Pick<Person, 'roles'>): keyof typeof suited | undefined {
  return (['dsl', 'deputyDsl', 'head', 'deputyHead'] as const).find((role) => roles.includes(role));
}

/**
 * Who can cover for the person from `from` to `to`: a holder of a role that suits, who is nobody else's absence that day.
 * `school` has the stored absences.
 */
export function coversFor(school: School, person: Person, { from, to }: { from: string; to: string }): Person[] {
  const role = coveredRole(person);
  if (role === undefined) return [];
  const isHere = (one: Person) => !one.away.some((away) => away.from <= to && from <= away.to);
  const order: readonly Role[] = suited[role];
  const placeOf = ({ roles }: Person) => order.findIndex((one) => roles.includes(one));
  return school.people
    .filter((one) => one.id !== person.id && placeOf(one) >= 0 && isHere(one))
    .sort((a, b) => placeOf(a) - placeOf(b));
}
