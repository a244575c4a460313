/** What a user would see, in the order in which it appeared: the truth that a test compares with what the bot believes. */
export interface Seen {
  readonly kind: 'created' | 'updated' | 'deleted' | 'opened';
  readonly conversationId: string;
  readonly activityId: string;
  readonly activity: Record<string, unknown>;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  readonly userPrincipalName?: string;
  readonly userRole?: string;
  readonly tenantId?: string;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** The service behind the network: conversations, messages, rosters. */
export interface FakeService {
  readonly seen: readonly Seen[];
  setMembers(conversationId: string, members: readonly Member[]): void;
  /** The Entra group of a team. */
  setGroup(teamId: string, groupId: string): void;
  /** Does what the request asks, if it may, and says what Teams would. */
  handle(method: string, path: string, body: unknown): Answer;
}

/** `strict`: only conversations that were opened or have members take messages; only what is there can be changed. */
export function createFakeService({ strict = false }: { strict?: boolean } = {}): FakeService {
  const seen: Seen[] = [];
  const members = new Map<string, readonly Member[]>();
  const opened = new Map<string, string>();
  const standing = new Set<string>();
  const groups = new Map<string, string>();
  let next = 1;

  /** A thread of a channel that the bot is in: the conversation and its first message are made in one. */
  function startThread(channelId: string, activity: Record<string, unknown>): Answer {
    if (strict && !members.has(channelId)) return refusal(403, 'BotNotInConversationRoster');
    const activityId = `m${next++}`;
    const conversationId = `${channelId};messageid=${activityId}`;
    standing.add(`${conversationId}|${activityId}`);
    seen.push({ kind: 'created', conversationId, activityId, activity });
    return { status: 201, body: { id: conversationId, activityId } };
  }

  /** The chat of one person is one chat, however often it is opened. */
  function open(asked: Record<string, unknown>): Answer {
    const channel = (asked.channelData as { channel?: { id?: string } } | undefined)?.channel?.id;
    if (channel !== undefined) return startThread(channel, (asked.activity ?? {}) as Record<string, unknown>);
    const person = (asked.members as { id?: string }[] | undefined)?.[0]?.id;
    const known = person === undefined ? undefined : opened.get(person);
    if (known !== undefined) return { status: 200, body: { id: known } };
    const conversationId = `a:opened-${next++}`;
    if (person !== undefined) opened.set(person, conversationId);
    members.set(conversationId, members.get(conversationId) ?? []);
    seen.push({ kind: 'opened', conversationId, activityId: '', activity: asked });
    return { status: 201, body: { id: conversationId } };
  }

  function roster(id: string, one: string): Answer {
    const all = members.get(id) ?? [];
    if (!one) return { status: 200, body: all };
    const found = all.find((member) => member.id === one || member.aadObjectId === one);
    return found ? { status: 200, body: found } : refusal(404, 'MemberNotFoundInConversation');
  }

  return {
    seen,
    setMembers: (conversationId, list) => void members.set(conversationId, list),
    setGroup: (teamId, groupId) => void groups.set(teamId, groupId),
    handle(method, path, body) {
      const activity = (body ?? {}) as Record<string, unknown>;
      const [, id = '', rest = '', activityId = ''] =
        /^\/v3\/conversations\/([^/?]+)\/(activities|members|pagedmembers)(?:\/([^/?]+))?/.exec(path)?.map(decoded) ??
        [];
      if (method === 'POST' && /^\/v3\/conversations\/?$/.test(path)) return open(activity);
      if (method === 'GET' && rest === 'members') return roster(id, activityId);
      if (method === 'GET' && rest === 'pagedmembers') {
        return { status: 200, body: pageOf(members.get(id) ?? [], path) };
      }
      if (rest === 'activities' && strict && !members.has(channelOf(id))) return refusal(404, 'ConversationNotFound');
      if (method === 'POST' && rest === 'activities') {
        const created = `m${next++}`;
        standing.add(`${id}|${created}`);
        seen.push({ kind: 'created', conversationId: id, activityId: created, activity });
        return { status: 201, body: { id: created } };
      }
      if ((method === 'PUT' || method === 'DELETE') && rest === 'activities' && activityId) {
        const name = `${id}|${activityId}`;
        if (strict && !standing.has(name)) return refusal(404, 'ActivityNotFoundInConversation');
        if (method === 'DELETE') standing.delete(name);
        seen.push({ kind: method === 'PUT' ? 'updated' : 'deleted', conversationId: id, activityId, activity });
        return method === 'PUT' ? { status: 200, body: { id: activityId } } : { status: 200 };
      }
      const team = /^\/v3\/teams\/([^/?]+)/.exec(path)?.[1];
      if (method === 'GET' && team) {
        const id = decodeURIComponent(team);
        return { status: 200, body: { id, name: 'Staff', ...(groups.has(id) && { aadGroupId: groups.get(id) }) } };
      }
      return refusal(404, 'NotFound');
    },
  };
}

/** A thread is in its channel. */
const channelOf = (conversationId: string) => conversationId.split(';')[0] ?? conversationId;
const refusal = (status: number, code: string): Answer => ({ status, body: { error: { code, message: code } } });
const decoded = (part: string | undefined): string => decodeURIComponent(part ?? '');

function pageOf(all: readonly Member[], path: string): object {
  const query = new URLSearchParams(path.split('?')[1]);
  const from = Number(query.get('continuationToken') ?? 0);
  const size = Number(query.get('pageSize') ?? 100);
  const more = from + size < all.length;
  return { members: all.slice(from, from + size), ...(more && { continuationToken: String(from + size) }) };
}
