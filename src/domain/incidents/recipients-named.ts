import type { Person, School } from '../people/school.ts';
import { isNamed } from './names/is-named.ts';
import { textWords } from './names/text-words.ts';
import type { RouteDecision } from './route-decision.ts';

/**
 * Who of those that a decision gives the report to, now or when nobody acknowledges it, is named in one of the texts: ids of
 * people. A name counts in full, as a title with the surname, as a surname alone, as a first name with an initial or a role,
 * misspelt by a letter, in capitals or not; a nickname does not. Rather once too often than too seldom: a person is asked.
 */
export function recipientsNamed(texts: readonly string[], decision: RouteDecision, school: School): string[] {
  const read = texts.map(textWords).filter(({ length }) => length > 0);
  return school.people
    .filter((person) => mayReceive(person, decision))
    .filter((person) => read.some((words) => isNamed(person, words, school.people)))
    .map(({ id }) => id);
}

function mayReceive(person: Person, { recipients, escalation }: RouteDecision): boolean {
  if (recipients.some(({ personId }) => personId === person.id)) return true;
  return escalation.some(
    ({ role, to }) => person.roles.includes(role) || to.some(({ objectId }) => objectId === person.objectId),
  );
}
