import type { AbsenceStore } from '../people/absence.ts';
import { keysOfPeople } from '../people/keys-of-people.ts';
import type { PersonStore } from '../people/person-store.ts';
import { readWholeRoster } from '../people/read-whole-roster.ts';
import type { RosterMember, RosterReader } from '../people/roster-reader.ts';
import { schoolDay } from '../people/school-day.ts';
import type { School } from '../people/school.ts';
import { readWithAbsences } from '../people/with-absences.ts';
import { safeguardingRoles, strangersIn } from './roster-fault.ts';
import type { SafeguardingPlace } from './safeguarding-place.ts';

/** Where a roster is read: a team, or one of its channels. */
export type RosterPlace = Pick<SafeguardingPlace, 'tenantId' | 'serviceUrl'> & { readonly conversationId: string };

export interface LookDeps {
  readonly persons: Pick<PersonStore, 'boundUpns'>;
  readonly absences: Pick<AbsenceStore, 'absences'>;
  readonly rosterOf: (place: RosterPlace) => RosterReader;
  readonly now: () => Date;
}

/**
 * Who is in a channel, seen by whether reports may go there.
 * - `wider`: `strangers` are no DSL and no deputy, by the names that Teams has for them; `unseen` are, by school.yaml, but
 *   never wrote to the bot, so that nobody vouches yet for who they are
 */
export type PlaceSeen =
  | { readonly kind: 'fits'; readonly members: readonly RosterMember[] }
  | { readonly kind: 'wider'; readonly strangers: readonly string[]; readonly unseen: readonly string[] }
  | { readonly kind: 'unreadable'; readonly code: string };

/** Reads who is in a channel now. An empty roster is none: nobody knows who reads there. */
export async function lookAtPlace(
  { persons, absences, rosterOf, now }: LookDeps,
  school: School,
  { tenantId, channelId, serviceUrl }: Pick<SafeguardingPlace, 'tenantId' | 'channelId' | 'serviceUrl'>,
): Promise<PlaceSeen> {
  const roster = await readWholeRoster(rosterOf({ tenantId, conversationId: channelId, serviceUrl }));
  if (roster.kind === 'unreadable') return roster;
  const { members } = roster;
  if (members.length === 0) return { kind: 'unreadable', code: 'no-members' };
  const today = schoolDay(now(), school);
  const strangers = strangersIn({
    members,
    today,
    school: await readWithAbsences(absences, school, today),
    keyOf: await keysOfPeople(persons, tenantId),
  });
  if (strangers.length === 0) return { kind: 'fits', members };
  const isUnseen = ({ upn, guest }: RosterMember) => !guest && upn !== undefined && isListed(school, upn);
  const named = (some: readonly RosterMember[]) => some.map(({ name }) => name || 'somebody without a name');
  return {
    kind: 'wider',
    strangers: named(strangers.filter((one) => !isUnseen(one))),
    unseen: named(strangers.filter(isUnseen)),
  };
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
