import type { KeyOf } from '../people/keys-of-people.ts';
import { standingFor } from '../people/acting-holders.ts';
import type { RosterMember } from '../people/roster-reader.ts';
import type { Role } from '../people/role.ts';
import type { School } from '../people/school.ts';

/**
 * Why a report may not be posted where these people read it; no code names anybody.
 * - `roster-unreadable`: nobody knows who reads there
 * - `roster-wider`: somebody there is no DSL and no deputy
 * - `roster-subject`: the report is about somebody there
 */
export type RosterFault = 'roster-unreadable' | 'roster-wider' | 'roster-subject';

export interface RosterInput {
  readonly members: readonly RosterMember[];
  /** With stored absences. */
  readonly school: School;
  /** YYYY-MM-DD in the school's time zone. */
  readonly today: string;
  readonly keyOf: KeyOf;
  /** Person ids of school.yaml and object ids of whoever the report is about. */
  readonly subjects: readonly string[];
}

/** Who receives the reports of a safeguarding channel, and nobody else may be in it. */
export const safeguardingRoles: readonly Role[] = ['dsl', 'deputyDsl'];

/** What speaks against a channel with these members; undefined when nothing does. Source: D4, A5 and A7. */
export function rosterFault({ subjects, ...input }: RosterInput): RosterFault | undefined {
  const { members, school, keyOf } = input;
  if (members.length === 0) return 'roster-unreadable';
  const ofSubjects = school.people
    .filter(({ id }) => subjects.includes(id))
    .flatMap((one) => keyOf(one)?.objectId ?? []);
  const isSubject = ({ objectId }: RosterMember) =>
    objectId !== undefined && (subjects.includes(objectId) || ofSubjects.includes(objectId));
  if (members.some(isSubject)) return 'roster-subject';
  return strangersIn(input).length > 0 ? 'roster-wider' : undefined;
}

/** Who is there and neither holds a safeguarding role nor answers for a holder today; whom Teams does not name counts. */
export function strangersIn({ members, school, today, keyOf }: Omit<RosterInput, 'subjects'>): RosterMember[] {
  const holders = new Set(
    safeguardingRoles
      .flatMap((role) => standingFor(school, role, today))
      .flatMap(({ person }) => keyOf(person)?.objectId ?? []),
  );
  return members.filter(({ objectId }) => objectId === undefined || !holders.has(objectId));
}
