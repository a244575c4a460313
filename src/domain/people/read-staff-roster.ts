import type { StaffMember } from './person-store.ts';
import { readWholeRoster } from './read-whole-roster.ts';
import type { RosterReader } from './roster-reader.ts';

export type StaffRoster =
  | { readonly kind: 'read'; readonly members: readonly StaffMember[]; readonly guestsLeftOut: number }
  | { readonly kind: 'unreadable'; readonly code: string };

/**
 * The whole roster of a team: guests are counted and left out, whoever has no object id is left out, nobody stands twice.
 * A roster that is read in part, runs in a circle or holds no member is unreadable: half a staff is worse than the old one.
 */
export async function readStaffRoster(read: RosterReader): Promise<StaffRoster> {
  const roster = await readWholeRoster(read);
  if (roster.kind === 'unreadable') return roster;
  const members = new Map<string, StaffMember>();
  const guests = new Set<string>();
  for (const { objectId, name, upn, guest } of roster.members) {
    if (!objectId) continue;
    if (guest) guests.add(objectId);
    else members.set(objectId, { objectId, name, upn });
  }
  if (members.size === 0) return { kind: 'unreadable', code: 'no-members' };
  return { kind: 'read', members: [...members.values()], guestsLeftOut: guests.size };
}
