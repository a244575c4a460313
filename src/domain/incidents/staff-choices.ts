import { createHash } from 'node:crypto';
import type { KeyOf } from '../people/keys-of-people.ts';
import type { StaffMember } from '../people/person-store.ts';
import { roleTitles } from '../people/role.ts';
import type { School } from '../people/school.ts';
import type { Subject } from './answers.ts';

/** An adult of the school who can be picked. `value` is what the card sends: it names nobody. */
export interface StaffChoice {
  readonly value: string;
  readonly title: string;
  readonly name: string;
  readonly subject: Subject;
}

/** So many stand on a card at most; role holders, whom the route hangs on, are always among them. */
export const mostStaffChoices = 150;

/**
 * Everybody of school.yaml and of the staff teams, once: role holders first, then by name. The values hang on the draft,
 * so that nobody learns from one card who is meant on another.
 */
export function staffChoices(
  school: Pick<School, 'people'>,
  members: readonly StaffMember[],
  { keyOf, draftId }: { keyOf: KeyOf; draftId: string },
): StaffChoice[] {
  const listed = school.people.map((person): StaffChoice => {
    const [role] = person.roles;
    const subject = `person:${person.id}`;
    const title = role ? `${person.name}, ${roleTitles[role]}` : person.name;
    return { value: valueOf(draftId, subject), title, name: person.name, subject };
  });
  const known = new Set(school.people.flatMap((person) => [person.objectId, keyOf(person)?.objectId]));
  const others = new Map(
    members.filter(({ objectId }) => !known.has(objectId)).map((member) => [member.objectId, member]),
  );
  const roster = [...others.values()].map(({ objectId, name }): StaffChoice => {
    const subject = `member:${objectId}`;
    return { value: valueOf(draftId, subject), title: name, name, subject };
  });
  return [...listed, ...roster.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))];
}

function valueOf(draftId: string, subject: string): string {
  return createHash('sha256').update(`${draftId}|${subject}`).digest('hex').slice(0, 10);
}
