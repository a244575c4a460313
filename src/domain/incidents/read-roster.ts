import { readWholeRoster, type WholeRoster } from '../people/read-whole-roster.ts';
import type { RosterMember, RosterReader } from '../people/roster-reader.ts';
import type { SafeguardingPlace } from './safeguarding-place.ts';

/** Where a roster is read: a team, or one of its channels. */
export type RosterPlace = Pick<SafeguardingPlace, 'tenantId' | 'serviceUrl'> & { readonly conversationId: string };

/** A channel that reports go to. */
export type Destination = Pick<SafeguardingPlace, 'tenantId' | 'serviceUrl' | 'channelId' | 'teamId'>;

/** Everybody in a channel as Microsoft Graph has them; `not-granted`: it does not let the bot ask ("http-403"). */
export type AllMembers = WholeRoster | { readonly kind: 'not-granted'; readonly code: string };

export interface RosterDeps {
  /** Reads the list that Teams keeps for bots. */
  readonly rosterOf: (place: RosterPlace) => RosterReader;
  /** Reads the list of Microsoft Graph; nothing where it is not to be asked. Never rejects. */
  readonly allMembersOf?: ((destination: Destination) => Promise<AllMembers> | undefined) | undefined;
}

/**
 * - `read`: everybody there; `alone`: why only the list for bots says so, as a code, where Graph was asked and does not tell
 * - `differs`: the two lists are not of the same people; `odd` stand in one of them alone, and whom nobody can tell apart
 * - `unreadable`: a list could not be read; the codes of Graph begin with `graph-`
 */
export type Roster =
  | { readonly kind: 'read'; readonly members: readonly RosterMember[]; readonly alone?: string | undefined }
  | { readonly kind: 'differs'; readonly odd: readonly RosterMember[] }
  | Extract<WholeRoster, { kind: 'unreadable' }>;

/**
 * Who is in a channel now, by both lists that there are. The one for bots may leave out who came with a team that a shared
 * channel was shared with, so that nothing is posted while the two differ.
 */
export async function readRoster({ rosterOf, allMembersOf }: RosterDeps, destination: Destination): Promise<Roster> {
  const { tenantId, serviceUrl, channelId } = destination;
  const [own, all] = await Promise.all([
    readWholeRoster(rosterOf({ tenantId, serviceUrl, conversationId: channelId })),
    allMembersOf?.(destination),
  ]);
  if (own.kind === 'unreadable' || !all) return own;
  switch (all.kind) {
    case 'not-granted':
      return { ...own, alone: all.code };
    case 'unreadable':
      return { ...all, code: `graph-${all.code}` };
    case 'read': {
      const odd = [...missingFrom(all.members, own.members), ...missingFrom(own.members, all.members)];
      return odd.length === 0 ? own : { kind: 'differs', odd };
    }
  }
}

/** Those of `some` who are not in `list`; somebody without an id is in none. */
function missingFrom(list: readonly RosterMember[], some: readonly RosterMember[]): RosterMember[] {
  const ids = new Set(list.map(({ objectId }) => objectId));
  return some.filter(({ objectId }) => objectId === undefined || !ids.has(objectId));
}
