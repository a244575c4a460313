import { importSPKI, jwtVerify } from 'jose';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { idleMs } from './fake-connector.ts';
import type { TokenAuthority } from './token-authority.ts';

export interface GraphMember {
  readonly userId?: string;
  readonly displayName: string;
  readonly roles?: readonly string[];
  readonly tenantId?: string;
}

export type GraphFault =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Record<string, string> }
  | { readonly kind: 'body'; readonly body: string }
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset' };

export interface FakeGraph {
  /** As `BotAuth.graphUrl`. */
  readonly url: string;
  /** The addresses that were asked for, with a good token or not. */
  readonly asked: readonly string[];
  /** A real token of the authority for the bot, as it is given for Graph. */
  token(claims?: Record<string, unknown>): Promise<string>;
  /** `pageSize`: so many a page. */
  setMembers(groupId: string, channelId: string, members: readonly GraphMember[], pageSize?: number): void;
  /** The fault that the `nth` page from now on meets, and those after it. */
  fail(fault: GraphFault | undefined, nth?: number): void;
  /** The address that the first page names as the next one. */
  lead(next: string): void;
  close(): Promise<void>;
}

const resource = 'https://graph.microsoft.com';

/** Microsoft Graph on loopback: members of channels, to whoever brings a token that the authority signed for it and `botId`. */
export async function startFakeGraph(authority: TokenAuthority, botId: string): Promise<FakeGraph> {
  const key = await importSPKI(authority.publicKey, 'RS256');
  const channels = new Map<string, { members: readonly GraphMember[]; pageSize: number }>();
  const asked: string[] = [];
  let fault: GraphFault | undefined;
  let before = 0;
  let leadsTo: string | undefined;
  let base = '';

  const isSigned = async ({ headers }: IncomingMessage) => {
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    return jwtVerify(token, key, { audience: resource }).then(
      ({ payload }) => payload.appid === botId,
      () => false,
    );
  };
  const answer = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const error = (code: string) => ({ error: { code, message: 'as programmed' } });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', base);
    asked.push(request.url ?? '');
    if (!(await isSigned(request))) return answer(response, 401, error('InvalidAuthenticationToken'));
    if (fault && before-- <= 0) {
      if (fault.kind === 'hang') return;
      if (fault.kind === 'reset') return void request.socket.resetAndDestroy();
      if (fault.kind === 'body') return answer(response, 200, fault.body);
      return answer(response, fault.status, error('Fault'), fault.headers);
    }
    const [, group = '', channel = ''] =
      /^\/v1\.0\/teams\/([^/]+)\/channels\/([^/]+)\/allMembers$/.exec(pathname)?.map(decodeURIComponent) ?? [];
    const found = channels.get(`${group} ${channel}`);
    if (!found) return answer(response, 404, error('NotFound'));
    const { members, pageSize } = found;
    const from = Number(searchParams.get('$skiptoken') ?? 0);
    const next = leadsTo ?? `${base}${pathname}?$skiptoken=${from + pageSize}`;
    const more = leadsTo !== undefined || from + pageSize < members.length;
    answer(response, 200, {
      '@odata.context': `${base}/v1.0/$metadata`,
      ...(more && { '@odata.nextLink': next }),
      value: members.slice(from, from + pageSize).map((one, at) => ({
        '@odata.type': '#microsoft.graph.aadUserConversationMember',
        id: `opaque-${from + at}`,
        roles: [],
        email: null,
        ...one,
      })),
    });
  }

  const server = createServer(
    { keepAliveTimeout: idleMs },
    (request, response) => void serve(request, response).catch(() => response.destroy()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${base}/v1.0`,
    asked,
    token: (claims) =>
      authority.sign({ claims: { iss: 'https://sts.windows.net/tenant/', aud: resource, appid: botId, ...claims } }),
    setMembers: (groupId, channelId, members, pageSize = 100) =>
      void channels.set(`${groupId} ${channelId}`, { members, pageSize }),
    fail(next, nth = 1) {
      fault = next;
      before = nth - 1;
    },
    lead: (next) => void (leadsTo = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
