import { standingFor } from '../people/acting-holders.ts';
import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { Person, School } from '../people/school.ts';
import { kindsOf } from './kinds-of.ts';
import type { SlipSchool } from './open-slip.ts';

/** Who could have to answer a slip on `today`: by a kind of the school, as the head, or as the chair about the head. */
export function answerersOfSome(school: School, today: string): Person[] {
  const kinds = kindsOf(school);
  if (kinds.length === 0) return [];
  const roles = new Set([...kinds.flatMap(({ to }) => to), 'head' as const, 'chair' as const]);
  return [...roles].flatMap((role) => standingFor(school, role, today)).map(({ person }) => person);
}

/** Whether somebody could have to answer a slip at all. */
export function mayAnswerSome({ school, today, keyOf }: SlipSchool, person: PersonKey): boolean {
  return answerersOfSome(school, today).some((one) => isSamePerson(keyOf(one), person));
}
