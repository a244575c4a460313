import type { RosterMember, RosterReader } from './roster-reader.ts';

export type WholeRoster =
  | { readonly kind: 'read'; readonly members: readonly RosterMember[] }
  | { readonly kind: 'unreadable'; readonly code: string; readonly afterMs?: number | undefined };

/** Teams takes at most 25,000 members into a team; 100 a page. */
const mostPages = 250;

/** Every page of a roster, everybody as Teams names them. What is read in part, or runs in a circle, is unreadable. */
export async function readWholeRoster(read: RosterReader): Promise<WholeRoster> {
  const members: RosterMember[] = [];
  const seen = new Set<string>();
  let from: string | undefined;
  do {
    const page = await read(from);
    if (page.kind === 'unreadable') return page;
    members.push(...page.members);
    from = page.next;
    if (from !== undefined && (seen.has(from) || seen.size >= mostPages))
      return { kind: 'unreadable', code: 'endless' };
    if (from !== undefined) seen.add(from);
  } while (from !== undefined);
  return { kind: 'read', members };
}
