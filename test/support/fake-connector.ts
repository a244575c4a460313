import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What a user would see, in the order in which it appeared: the truth that a test compares with what the bot believes. */
export interface Seen {
  readonly kind: 'created' | 'updated' | 'deleted' | 'opened';
  readonly conversationId: string;
  readonly activityId: string;
  readonly activity: Record<string, unknown>;
}

/** One request as it arrived, whatever became of it. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/**
 * What to do with a request instead of answering it well. `shown`: a user sees the message although the answer is bad.
 * `reset` breaks the connection, `hang` never answers, `redirect` points elsewhere, `delay` answers well, but late.
 */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly shown?: boolean;
    }
  | { readonly kind: 'reset'; readonly shown?: boolean }
  | { readonly kind: 'hang'; readonly shown?: boolean }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'delay'; readonly ms: number };

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  readonly userPrincipalName?: string;
  readonly userRole?: string;
  readonly tenantId?: string;
}

export interface FakeConnector {
  /** The service URL that activities carry. */
  readonly url: string;
  readonly seen: readonly Seen[];
  readonly calls: readonly Call[];
  /** Members of a conversation or a team, for the roster's pages. */
  setMembers(conversationId: string, members: readonly Member[]): void;
  /** The fault for the next requests that match, one each; without `times` for all until it is cleared. */
  fail(match: (call: Call) => boolean, fault: Fault, times?: number): void;
  clearFaults(): void;
  close(): Promise<void>;
}

/** A Bot Connector on loopback: conversations, activities, rosters, and faults on demand. */
export async function startFakeConnector(): Promise<FakeConnector> {
  const seen: Seen[] = [];
  const calls: Call[] = [];
  const members = new Map<string, readonly Member[]>();
  let faults: { match: (call: Call) => boolean; fault: Fault; left: number }[] = [];
  let next = 1;

  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await toCall(request);
    calls.push(call);
    const found = faults.find(({ match, left }) => left > 0 && match(call));
    if (found) found.left--;
    const fault = found?.fault;
    if (fault?.kind === 'delay') {
      await wait(fault.ms);
      const answered = handle(call);
      return reply(response, answered.status, answered.body);
    }
    if (!fault || ('shown' in fault && fault.shown)) {
      const answered = handle(call);
      if (!fault) return reply(response, answered.status, answered.body);
    }
    switch (fault.kind) {
      case 'status':
        return reply(response, fault.status, { error: { code: 'Fault', message: 'as programmed' } }, fault.headers);
      case 'redirect':
        return reply(response, 307, undefined, { location: fault.to });
      case 'reset':
        request.socket.resetAndDestroy();
        return;
      case 'hang':
        return;
    }
  }

  function handle({ method, path, body }: Call): { status: number; body?: unknown } {
    const activity = (body ?? {}) as Record<string, unknown>;
    const [, id = '', rest = '', activityId] =
      /^\/v3\/conversations\/([^/?]+)\/(activities|members|pagedmembers)(?:\/([^/?]+))?/.exec(path)?.map(decoded) ?? [];
    if (method === 'POST' && /^\/v3\/conversations\/?$/.test(path)) {
      const conversationId = `a:opened-${next++}`;
      seen.push({ kind: 'opened', conversationId, activityId: '', activity });
      return { status: 201, body: { id: conversationId } };
    }
    if (method === 'GET' && rest === 'members') {
      const all = members.get(id) ?? [];
      if (!activityId) return { status: 200, body: all };
      const one = all.find((member) => member.id === activityId || member.aadObjectId === activityId);
      return one
        ? { status: 200, body: one }
        : { status: 404, body: { error: { code: 'MemberNotFoundInConversation' } } };
    }
    if (method === 'GET' && rest === 'pagedmembers') return { status: 200, body: pageOf(members.get(id) ?? [], path) };
    if (method === 'POST' && rest === 'activities') {
      const created = `m${next++}`;
      seen.push({ kind: 'created', conversationId: id, activityId: created, activity });
      return { status: 201, body: { id: created } };
    }
    if (method === 'PUT' && rest === 'activities' && activityId) {
      seen.push({ kind: 'updated', conversationId: id, activityId, activity });
      return { status: 200, body: { id: activityId } };
    }
    if (method === 'DELETE' && rest === 'activities' && activityId) {
      seen.push({ kind: 'deleted', conversationId: id, activityId, activity });
      return { status: 200 };
    }
    const team = /^\/v3\/teams\/([^/?]+)/.exec(path)?.[1];
    if (method === 'GET' && team) return { status: 200, body: { id: decodeURIComponent(team), name: 'Staff' } };
    return { status: 404, body: { error: { code: 'NotFound' } } };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    seen,
    calls,
    setMembers: (conversationId, list) => void members.set(conversationId, list),
    fail: (match, fault, times = Infinity) => void faults.push({ match, fault, left: times }),
    clearFaults: () => void (faults = []),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const decoded = (part: string | undefined): string => decodeURIComponent(part ?? '');

function pageOf(all: readonly Member[], path: string): object {
  const query = new URLSearchParams(path.split('?')[1]);
  const from = Number(query.get('continuationToken') ?? 0);
  const size = Number(query.get('pageSize') ?? 100);
  const more = from + size < all.length;
  return { members: all.slice(from, from + size), ...(more && { continuationToken: String(from + size) }) };
}

async function toCall(request: IncomingMessage): Promise<Call> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  const { method = '', url: path = '', headers } = request;
  return { method, path, headers, body: text ? (JSON.parse(text) as unknown) : undefined };
}

function reply(response: ServerResponse, status: number, body?: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
}
