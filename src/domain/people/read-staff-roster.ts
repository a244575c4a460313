import type { StaffMember } from './person-store.ts';
import type { RosterReader } from './roster-reader.ts';

export type StaffRoster =
  | { readonly kind: 'read'; readonly members: readonly StaffMember[]; readonly guestsLeftOut: number }
  | { readonly kind: 'unreadable'; readonly code: string };

/** Teams takes at most 25,000 members into a team; 100 a page. */
const mostPages = 250;

/**
 * The whole roster of a team: guests are counted and left out, whoever has no object id is left out, nobody stands twice.
 * A roster that is read in part, runs in a circle or holds no member is unreadable: half a staff is worse than the old one.
 */
export async function readStaffRoster(read: RosterReader): Promise<StaffRoster> {
  const members = new Map<string, StaffMember>();
  const guests = new Set<string>();
  const seen = new Set<string>();
  let from: string | undefined;
  do {
    const page = await read(from);
    if (page.kind === 'unreadable') return page;
    for (const { objectId, name, upn, guest } of page.members) {
      if (!objectId) continue;
      if (guest) guests.add(objectId);
      else members.set(objectId, { objectId, name, upn });
    }
    from = page.next;
    if (from !== undefined && (seen.has(from) || seen.size >= mostPages))
      return { kind: 'unreadable', code: 'endless' };
    if (from !== undefined) seen.add(from);
  } while (from !== undefined);
  if (members.size === 0) return { kind: 'unreadable', code: 'no-members' };
  return { kind: 'read', members: [...members.values()], guestsLeftOut: guests.size };
}
