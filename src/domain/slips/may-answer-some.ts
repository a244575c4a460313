import { standingFor } from '../people/acting-holders.ts';
import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import { kindsOf } from './kinds-of.ts';
import type { SlipSchool } from './open-slip.ts';

/** Whether somebody could have to answer a slip at all: by a kind of the school, as the head, or as the chair about the head. */
export function mayAnswerSome({ school, today, keyOf }: SlipSchool, person: PersonKey): boolean {
  const kinds = kindsOf(school);
  if (kinds.length === 0) return false;
  const roles = new Set([...kinds.flatMap(({ to }) => to), 'head' as const, 'chair' as const]);
  return [...roles]
    .flatMap((role) => standingFor(school, role, today))
    .some((one) => isSamePerson(keyOf(one.person), person));
}
