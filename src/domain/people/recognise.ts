import type { LibraryShelf } from '../policies/library-shelf.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import type { Actor } from './actor.ts';
import { findListed } from './find-listed.ts';
import { findStaffTeam, type TeamPlace } from './find-staff-team.ts';
import type { PersonStore } from './person-store.ts';
import type { Person } from './school.ts';

/**
 * - `staff`: served from this school's library; `person` is the school's own entry for them, where it has one
 * - `not-staff`: not served, and nothing of theirs is kept. `sign-in-name-taken`: they carry a listed sign-in name that
 *   is bound to somebody else, so the school has to name the new holder by object id.
 */
export type Recognition =
  | { readonly kind: 'staff'; readonly library: SchoolLibrary; readonly person?: Person }
  | { readonly kind: 'not-staff'; readonly reason?: 'sign-in-name-taken' };

/**
 * Tells whether a person is served, and by which school. `lookUpUpn` asks Teams for the person's sign-in name; it is
 * called only when the person is not known otherwise. `place` is the team they speak in, where they speak in one.
 * Rejects when the store or the look-up fails: an outage is not an answer.
 */
export type Recognise = (
  actor: Actor,
  lookUpUpn: () => Promise<string | undefined>,
  place?: TeamPlace,
) => Promise<Recognition>;

/**
 * Served is who is in the roster of a connected staff team of their tenant, or listed in a school.yaml by object id or by
 * a sign-in name bound to it. A person of several schools is served by the school of the team they speak in; else by one
 * where they hold a role; else by any of theirs; between equals the first school id in the alphabet.
 */
export function createRecognise({
  store,
  shelf,
}: {
  store: PersonStore;
  shelf: Pick<LibraryShelf, 'schools'>;
}): Recognise {
  return async (actor, lookUpUpn, place) => {
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
    const placeSchool = place && findStaffTeam(teams, place)?.schoolId;
    const rank = (library: SchoolLibrary) => {
      if (library.school.id === placeSchool) return 0;
      return entryIn(library)?.roles.length ? 1 : 2;
    };
    const [library] = schools
      .filter((school) => entryIn(school) || rosters.some(({ schoolId }) => schoolId === school.school.id))
      .sort((a, b) => rank(a) - rank(b) || (a.school.id < b.school.id ? -1 : 1));
    if (!library) return { kind: 'not-staff', ...(taken && { reason: 'sign-in-name-taken' as const }) };
    const person = entryIn(library);
    return { kind: 'staff', library, ...(person && { person }) };
  };
}
