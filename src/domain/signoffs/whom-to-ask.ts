import type { KeyOf } from '../people/keys-of-people.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { StaffTeam } from '../people/person-store.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import type { FrontMatter } from '../policies/policy.ts';
import { knownPeople, type KnownPerson } from './known-people.ts';

/** Whom a document is for; `everybody` where only the groups say. */
export type DocumentAudience = FrontMatter['audience'] | 'everybody';

/** Somebody whom a campaign asks. Exactly one of `person` and `listed` is there. */
export interface Asked {
  readonly person?: PersonKey | undefined;
  /** The id in the school's list of people without an account. */
  readonly listed?: string | undefined;
  readonly name: string;
  /** Ids of the school's groups that they are in. */
  readonly groups: readonly string[];
}

/**
 * Why somebody is not asked.
 * - `other-audience`: the document is not for any of their groups
 * - `other-group`: only other groups were chosen
 * - `no-group`: named in school.yaml, but neither in the staff team nor in a group
 * - `no-account`: named in school.yaml, and Teams has not told who they are yet
 * - `not-yet`, `no-longer`: a line of the list that begins later, or has ended
 * - `holds`: they signed an earlier version, and the later ones were minor; or this very version before
 */
export const notAskedReasons = [
  'other-audience',
  'other-group',
  'no-group',
  'no-account',
  'not-yet',
  'no-longer',
  'holds',
] as const;
export type NotAskedReason = (typeof notAskedReasons)[number];

/** With `no-account` neither `person` nor `listed` is there. */
export interface NotAsked extends Asked {
  readonly why: NotAskedReason;
  /** With `holds`: the receipt. */
  readonly receipt?: string | undefined;
}

/** Everybody whom the school knows, each person once, in the order of their names. */
export interface WhomToAsk {
  readonly asked: readonly Asked[];
  readonly notAsked: readonly NotAsked[];
}

/** One name for each person of a school, whether by an account or by a line of its list. */
export function whoIs({ person, listed }: Pick<Asked, 'person' | 'listed'>): string {
  return person ? `${person.tenantId} ${person.objectId}` : `listed ${listed ?? ''}`;
}

/**
 * Whom a document is for, and who else is known and why they are not asked. Known are the members of the school's staff
 * teams, the people of school.yaml (who may be the same) and the lines of its list. A member of the staff team who is in no
 * group counts as staff; governors, volunteers and contractors are only who a group or the list says so. No `groups` is all of
 * them.
 */
export function whomToAsk({
  library,
  teams,
  keyOf,
  audience,
  groups,
  today,
}: {
  readonly library: SchoolLibrary;
  readonly teams: readonly StaffTeam[];
  readonly keyOf: KeyOf;
  readonly audience: DocumentAudience;
  readonly groups: readonly string[];
  readonly today: string;
}): WhomToAsk {
  const asked: Asked[] = [];
  const notAsked: NotAsked[] = [];
  for (const known of knownPeople({ library, teams, keyOf })) {
    const { person, listed, name, groups: own } = known;
    const who = { ...(person && { person }), ...(listed !== undefined && { listed }), name, groups: own };
    const why = whyNot(known, { library, audience, groups, today });
    if (why) notAsked.push({ ...who, why });
    else asked.push(who);
  }
  return { asked, notAsked };
}

function whyNot(
  { person, listed, groups: own, inTeam, from, until }: KnownPerson,
  {
    library: { school },
    audience,
    groups,
    today,
  }: {
    readonly library: SchoolLibrary;
    readonly audience: DocumentAudience;
    readonly groups: readonly string[];
    readonly today: string;
  },
): NotAskedReason | undefined {
  if (own.length === 0 && !inTeam) return 'no-group';
  const audiences =
    own.length === 0
      ? ['staff' as const]
      : school.groups.filter(({ id }) => own.includes(id)).map((group) => group.audience);
  if (audience !== 'everybody' && !audiences.some((one) => audience.includes(one))) return 'other-audience';
  if (groups.length > 0 && !groups.some((id) => own.includes(id))) return 'other-group';
  if (!person && listed === undefined) return 'no-account';
  if (from !== undefined && today < from) return 'not-yet';
  return until !== undefined && until < today ? 'no-longer' : undefined;
}
