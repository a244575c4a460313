import type { AbsenceStore } from '../people/absence.ts';
import { keysOfPeople } from '../people/keys-of-people.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { RosterMember } from '../people/roster-reader.ts';
import { schoolDay } from '../people/school-day.ts';
import type { School } from '../people/school.ts';
import { readWithAbsences } from '../people/with-absences.ts';
import { readRoster, type Destination, type RosterDeps } from './read-roster.ts';
import { safeguardingRoles, strangersIn } from './roster-fault.ts';

export interface LookDeps extends RosterDeps {
  readonly persons: Pick<PersonStore, 'boundUpns'>;
  readonly absences: Pick<AbsenceStore, 'absences'>;
  readonly now: () => Date;
}

/**
 * Who is in a channel, seen by whether reports may go there.
 * - `fits`: DSLs and deputies alone; `alone`: why Microsoft Graph did not confirm it, as a code, where it was asked
 * - `wider`: `strangers` are no DSL and no deputy, by the names that Teams has for them; `unseen` are, by school.yaml, but
 *   never wrote to the bot, so that nobody vouches yet for who they are
 * - `differs`: Teams gives two lists; `odd` names who stands in one of them alone
 */
export type PlaceSeen =
  | { readonly kind: 'fits'; readonly members: readonly RosterMember[]; readonly alone?: string | undefined }
  | { readonly kind: 'wider'; readonly strangers: readonly string[]; readonly unseen: readonly string[] }
  | { readonly kind: 'differs'; readonly odd: readonly string[] }
  | { readonly kind: 'unreadable'; readonly code: string };

/** Reads who is in a channel now. An empty roster is none: nobody knows who reads there. */
export async function lookAtPlace(
  { persons, absences, now, ...rosters }: LookDeps,
  school: School,
  destination: Destination,
): Promise<PlaceSeen> {
  const roster = await readRoster(rosters, destination);
  if (roster.kind === 'unreadable') return roster;
  if (roster.kind === 'differs') return { kind: 'differs', odd: named(roster.odd) };
  const { members, alone } = roster;
  if (members.length === 0) return { kind: 'unreadable', code: 'no-members' };
  const today = schoolDay(now(), school);
  const strangers = strangersIn({
    members,
    today,
    school: await readWithAbsences(absences, school, today),
    keyOf: await keysOfPeople(persons, destination.tenantId),
  });
  if (strangers.length === 0) return { kind: 'fits', members, ...(alone !== undefined && { alone }) };
  const isUnseen = ({ upn, guest }: RosterMember) => !guest && upn !== undefined && isListed(school, upn);
  return {
    kind: 'wider',
    strangers: named(strangers.filter((one) => !isUnseen(one))),
    unseen: named(strangers.filter(isUnseen)),
  };
}

function named(some: readonly RosterMember[]): string[] {
  return some.map(({ name }) => name || 'somebody without a name');
}

/** By sign-in name alone: whoever has an object id in school.yaml is known by that. */
function isListed({ people }: School, upn: string): boolean {
  return people.some(
    (person) =>
      person.upn === upn &&
      person.objectId === undefined &&
      person.roles.some((role) => safeguardingRoles.includes(role)),
  );
}
