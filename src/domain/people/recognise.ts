import type { LibraryShelf } from '../policies/library-shelf.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import type { Actor } from './actor.ts';
import { findListed } from './find-listed.ts';
import { findStaffTeam, type TeamPlace } from './find-staff-team.ts';
import type { PersonStore } from './person-store.ts';
import type { Person, School } from './school.ts';

/**
 * - `staff`: served from this school's library; `person` is the school's own entry for them, where it has one, and `others`
 *   the further schools where they work. `guessed`: of several schools nothing tells which one they mean.
 * - `other-school`: what they pressed belongs to a school where they do not work
 * - `not-staff`: not served, and nothing of theirs is kept. `sign-in-name-taken`: they carry a listed sign-in name that
 *   is bound to somebody else, so the school has to name the new holder by object id.
 */
export type Recognition =
  | {
      readonly kind: 'staff';
      readonly library: SchoolLibrary;
      readonly person?: Person;
      readonly others?: readonly School[];
      readonly guessed?: true;
    }
  | { readonly kind: 'other-school' }
  | { readonly kind: 'not-staff'; readonly reason?: 'sign-in-name-taken' };

/** What an activity says about which school is meant. Nothing of it gives anybody a school that is not theirs. */
export interface NamedSchool {
  /** The school that the pressed card belongs to. */
  readonly card?: string | undefined;
  /** The one of their schools that is named otherwise: in words, or by the channel. Asked only of whoever has several. */
  readonly among?: (schools: readonly School[]) => Promise<string | undefined>;
}

/**
 * Tells whether a person is served, and by which school. `lookUpUpn` asks Teams for the person's sign-in name; it is
 * called only when the person is not known otherwise. `place` is the team they speak in, where they speak in one.
 * Rejects when the store or the look-up fails: an outage is not an answer.
 */
export type Recognise = (
  actor: Actor,
  lookUpUpn: () => Promise<string | undefined>,
  place?: TeamPlace,
  named?: NamedSchool,
) => Promise<Recognition>;

/**
 * Served is who is in the roster of a connected staff team of their tenant, or listed in a school.yaml by object id or by
 * a sign-in name bound to it. A person of several schools is served by the one that the pressed card belongs to or that is
 * named; else by the school of the team they speak in; else by the one they chose last. Where nothing tells it is guessed:
 * a school where they hold a role, else any of theirs, between equals the first school id in the alphabet.
 */
export function createRecognise({
  store,
  shelf,
}: {
  store: PersonStore;
  shelf: Pick<LibraryShelf, 'schools'>;
}): Recognise {
  return async (actor, lookUpUpn, place, named) => {
    const teams = (await store.staffTeams()).filter(({ tenantId }) => tenantId === actor.tenantId);
    const rosters = teams.flatMap((team) => {
      const member = team.members.find(({ objectId }) => objectId === actor.objectId);
      return member ? [{ schoolId: team.schoolId, upn: member.upn }] : [];
    });
    const schools = shelf.schools();
    const hint = rosters.find(({ upn }) => upn !== undefined)?.upn;
    const signIn = { ...(hint !== undefined && { hint }), lookUp: lookUpUpn };
    const { listed, taken } = await findListed(store, schools, actor, signIn);

    const entryIn = (library: SchoolLibrary) => listed.find((entry) => entry.library === library)?.person;
    const rank = (library: SchoolLibrary) => (entryIn(library)?.roles.length ? 1 : 2);
    const own = schools
      .filter((school) => entryIn(school) || rosters.some(({ schoolId }) => schoolId === school.school.id))
      .sort((a, b) => rank(a) - rank(b) || (a.school.id < b.school.id ? -1 : 1));
    const [first] = own;
    if (!first) return { kind: 'not-staff', ...(taken && { reason: 'sign-in-name-taken' as const }) };
    const called = (schoolId: string | undefined) => own.find(({ school }) => school.id === schoolId);
    if (named?.card !== undefined && !called(named.card)) return { kind: 'other-school' };
    const meant =
      own.length === 1
        ? first
        : (called(named?.card) ??
          called(await named?.among?.(own.map(({ school }) => school))) ??
          called(place && findStaffTeam(teams, place)?.schoolId) ??
          called((await store.findAddress(actor.tenantId, actor.objectId))?.schoolId));
    const library = meant ?? first;
    const person = entryIn(library);
    const others = own.flatMap(({ school }) => (school === library.school ? [] : [school]));
    return {
      ...{ kind: 'staff', library, ...(person && { person }) },
      ...(others.length > 0 && { others }),
      ...(!meant && { guessed: true }),
    };
  };
}
