import type { AllMembers, Destination } from '../../domain/incidents/read-roster.ts';
import { outcomeOfStatus } from '../../domain/delivery/status-table.ts';
import { readWholeRoster } from '../../domain/people/read-whole-roster.ts';
import type { RosterPage } from '../../domain/people/roster-reader.ts';
import type { Log } from '../../log.ts';
import { callCode } from '../people/call-code.ts';
import type { GroupOf } from '../people/team-group.ts';
import type { Credentials } from '../sign-in.ts';
import { getJson } from './get-json.ts';
import { fromGraph, MembersPage } from './graph-member.ts';

interface AllMembersDeps {
  /** Of Microsoft Graph, without a slash at its end. */
  readonly url: string;
  /** Those with which the bot signs in to Graph. */
  readonly credentials: () => Promise<Credentials>;
  /** The Entra group of a team. */
  readonly groupOf: GroupOf;
  /** Graph has to tell: a refusal is then no reason to go on without it. */
  readonly demanded: boolean;
  readonly now: () => Date;
  readonly log: Log;
}

/** What Graph answers where the app was not given the right, or does not see the team. */
const refusals = ['http-403', 'http-404'];

/**
 * Reads everybody in a channel from Microsoft Graph (`allMembers`), with those who came by a team that it is shared with. Never
 * rejects. Source: learn.microsoft.com/graph/api/channel-list-allmembers; needs `ChannelMember.Read.Group` of the team, or
 * `ChannelMember.Read.All`. The log hears once for each code why Graph does not tell.
 */
export function createAllMembersReader(deps: AllMembersDeps): (destination: Destination) => Promise<AllMembers> {
  const { url, groupOf, demanded, log } = deps;
  const told = new Set<string>();
  return async (destination) => {
    const { tenantId, channelId } = destination;
    const group = await groupOf(destination);
    if (group.kind === 'unreadable') return group;
    const first = `${url}/teams/${encodeURIComponent(group.id)}/channels/${encodeURIComponent(channelId)}/allMembers`;
    let pages = 0;
    const roster = await readWholeRoster((from = first) => {
      pages += 1;
      return readPage(deps, from, tenantId);
    });
    if (roster.kind === 'read' || demanded || pages > 1 || !refusals.includes(roster.code)) return roster;
    const { code } = roster;
    if (!told.has(code)) log.warn({ code: `graph-${code}` }, 'Microsoft Graph does not tell who is in a channel');
    told.add(code);
    return { kind: 'not-granted', code };
  };
}

async function readPage({ url, credentials, now }: AllMembersDeps, at: string, tenantId: string): Promise<RosterPage> {
  // A page names the next one by an address: the token goes to Graph and nowhere else.
  if (!at.startsWith(`${url}/`)) return { kind: 'unreadable', code: 'foreign-page' };
  try {
    const { status, retryAfter, body } = await getJson(at, credentials);
    if (status !== 200) {
      const outcome = outcomeOfStatus(status, { retryAfter, now: now() });
      return { kind: 'unreadable', code: `http-${status}`, ...('afterMs' in outcome && { afterMs: outcome.afterMs }) };
    }
    const page = MembersPage.safeParse(body).data;
    if (!page) return { kind: 'unreadable', code: 'odd-answer' };
    const members = page.value.map((one) => fromGraph(one, tenantId));
    return { kind: 'page', members, next: page['@odata.nextLink'] };
  } catch (error) {
    return { kind: 'unreadable', code: callCode(error) };
  }
}
