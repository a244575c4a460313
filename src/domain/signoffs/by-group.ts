import type { School } from '../people/school.ts';
import type { Asked } from './whom-to-ask.ts';

export interface GroupOfAsked {
  readonly id?: string | undefined;
  readonly name: string;
  readonly people: readonly Asked[];
}

/** Those in none of the school's groups come last, under this name. */
export const withoutGroup = 'Other staff';

/** Those people by `groups`, in their order, last those in none (without an id); somebody of several stands in each. */
export function byGroup(
  asked: readonly Asked[],
  groups: readonly Pick<School['groups'][number], 'id' | 'name'>[],
): GroupOfAsked[] {
  const rows = groups.map(({ id, name }) => ({ id, name, people: asked.filter((one) => one.groups.includes(id)) }));
  const others = { name: withoutGroup, people: asked.filter((one) => one.groups.length === 0) };
  return [...rows, others].filter(({ people }) => people.length > 0);
}
