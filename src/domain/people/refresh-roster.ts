import type { PersonStore, RosterSaved, StaffTeam } from './person-store.ts';
import { readStaffRoster } from './read-staff-roster.ts';
import type { RosterReader } from './roster-reader.ts';

export type RosterRefreshed =
  { readonly kind: RosterSaved; readonly members: number } | { readonly kind: 'unreadable'; readonly code: string };

/**
 * Reads a connected team's roster again and stores it as of `now`, when the reading begins. What cannot be read leaves
 * the old roster in place. Of two readings at once the one that began later stays.
 */
export async function refreshRoster(
  store: PersonStore,
  { tenantId, teamId }: Pick<StaffTeam, 'tenantId' | 'teamId'>,
  read: RosterReader,
  now: Date,
): Promise<RosterRefreshed> {
  const roster = await readStaffRoster(read);
  if (roster.kind === 'unreadable') return roster;
  const { members } = roster;
  const kind = await store.saveRoster({ tenantId, teamId, members, refreshedAt: now.toISOString() });
  return { kind, members: members.length };
}
