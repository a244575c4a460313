import type { LibraryShelf } from '../policies/library-shelf.ts';
import type { Actor } from './actor.ts';
import { chooseSchool, schoolsWhere, type ConnectRefused } from './choose-school.ts';
import { findStaffTeam, type TeamPlace } from './find-staff-team.ts';
import type { PersonStore, StaffTeam } from './person-store.ts';
import { readStaffRoster } from './read-staff-roster.ts';
import type { Role } from './role.ts';
import type { RosterReader } from './roster-reader.ts';
import type { School } from './school.ts';

/** Who may say whose team is the staff's. */
export const connectingRoles: readonly Role[] = ['head', 'deputyHead', 'ictLead'];

/** Who asks to connect or disconnect a team, and which. */
export interface TeamRequest {
  readonly actor: Actor;
  readonly lookUpUpn: () => Promise<string | undefined>;
  readonly team: TeamPlace;
}

export interface ConnectRequest extends TeamRequest {
  readonly serviceUrl: string;
  /** The school that the person named, where they did: needed by whoever leads several. */
  readonly schoolId?: string | undefined;
  /** Asks for the team's name and Entra group id; called, like `readRoster`, only for whoever may connect it. */
  readonly describeTeam: () => Promise<{ readonly name: string; readonly groupId?: string | undefined }>;
  readonly readRoster: RosterReader;
}

export type Connected =
  | ConnectRefused
  | { readonly kind: 'roster-unreadable'; readonly code: string }
  | { readonly kind: 'connected'; readonly school: School; readonly team: StaffTeam; readonly guestsLeftOut: number };

export type Disconnected =
  ConnectRefused | { readonly kind: 'not-connected' } | { readonly kind: 'disconnected'; readonly school: School };

interface People {
  readonly store: PersonStore;
  readonly shelf: Pick<LibraryShelf, 'schools'>;
}

/**
 * Makes a team the staff team of a school, for whoever holds one of `connectingRoles` there; from then on its members are
 * served. The same request again refreshes the roster. A roster that cannot be read stores nothing. A team stays with
 * the school that connected it until that school disconnects it, or is no longer served here at all.
 */
export async function connectStaff(people: People, request: ConnectRequest, now: Date): Promise<Connected> {
  const { actor, team, serviceUrl } = request;
  const known = findStaffTeam(await people.store.staffTeams(), team);
  const chosen = chooseSchool(await schoolsWhere(people, request, connectingRoles), request.schoolId, known?.schoolId);
  if (chosen.kind !== 'chosen') return chosen;
  const lost = known && !people.shelf.schools().some(({ school }) => school.id === known.schoolId);
  if (known && !lost && known.schoolId !== chosen.school.id) return { kind: 'other-school' };

  const roster = await readStaffRoster(request.readRoster);
  if (roster.kind === 'unreadable') return { kind: 'roster-unreadable', code: roster.code };
  const { name, groupId } = await request.describeTeam();
  const at = now.toISOString();
  const connected: StaffTeam = {
    schoolId: chosen.school.id,
    tenantId: team.tenantId,
    teamId: known?.teamId ?? team.groupId ?? groupId ?? team.conversationId,
    teamName: name,
    serviceUrl,
    conversationId: team.conversationId,
    connectedBy: actor.objectId,
    connectedAt: known?.connectedAt ?? at,
    refreshedAt: at,
    members: roster.members,
  };
  if (lost) await people.store.removeStaffTeam(known.tenantId, known.teamId);
  const saved = await people.store.saveStaffTeam(connected);
  if (saved === 'other-school') return { kind: 'other-school' };
  return { kind: 'connected', school: chosen.school, team: connected, guestsLeftOut: roster.guestsLeftOut };
}

/** Forgets a staff team and its roster, for whoever could connect it to its school. */
export async function disconnectStaff(people: People, request: TeamRequest): Promise<Disconnected> {
  const schools = await schoolsWhere(people, request, connectingRoles);
  if (schools.length === 0) return { kind: 'not-allowed' };
  const known = findStaffTeam(await people.store.staffTeams(), request.team);
  if (!known) return { kind: 'not-connected' };
  const school = schools.find(({ id }) => id === known.schoolId);
  if (!school) return { kind: 'other-school' };
  await people.store.removeStaffTeam(known.tenantId, known.teamId);
  return { kind: 'disconnected', school };
}
