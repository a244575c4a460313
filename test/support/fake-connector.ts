import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drawFault, namedFaults, type Fault, type FaultMix } from './fake-connector-faults.ts';
import { createFakeLimits, type FakeLimits } from './fake-connector-limits.ts';
import { createFakeService, type Member, type Seen } from './fake-connector-service.ts';

/** As the real service does, it leaves idle connections open: closed after Node's 5 s, they broke under messages of a busy machine. */
export const idleMs = 120_000;

export type { Fault, FaultMix, FaultName } from './fake-connector-faults.ts';
export type { Member, Seen } from './fake-connector-service.ts';

/** One request as it arrived, whatever became of it. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** What the service answered to one request; `shown` is whether a user saw anything of it. */
export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly at: number;
  readonly answer: number | 'reset' | 'hang';
  readonly shown: boolean;
}

export interface FakeConnectorOptions {
  /** The token that the bot's calls must carry ("Bearer" left out); without one, tokens are not looked at. */
  readonly token?: string;
  /** Answers 429 to what is beyond Teams' limits. They are counted in any case. */
  readonly enforceLimits?: boolean;
  /** Takes messages only for conversations that exist, and changes only to messages that do. */
  readonly strict?: boolean;
  /** Faults that messages meet, drawn from `seed`, which is printed. */
  readonly mix?: FaultMix;
  readonly seed?: number;
  readonly print?: (line: string) => void;
  /** Milliseconds. */
  readonly now?: () => number;
  readonly port?: number;
}

export interface FakeConnector {
  /** The service URL that activities carry. */
  readonly url: string;
  readonly seed: number;
  readonly seen: readonly Seen[];
  readonly calls: readonly Call[];
  readonly answered: readonly Answered[];
  readonly breaches: FakeLimits['breaches'];
  /** How many requests hang or are held back at this moment. */
  holding(): number;
  /** Members of a conversation or a team, for the roster's pages. */
  setMembers(conversationId: string, members: readonly Member[]): void;
  /** The Entra group of a team. */
  setGroup(teamId: string, groupId: string): void;
  /** The fault for the next requests that match, one each; without `times` for all until it is cleared. */
  fail(match: (call: Call) => boolean, fault: Fault, times?: number): void;
  clearFaults(): void;
  /** The mix from here on; `{}` for none. */
  setMix(mix: FaultMix): void;
  /** What a test does when a request arrives, is shown (only then), or is answered. */
  watch(watcher: (moment: 'arrived' | 'shown' | 'answered', call: Call) => void): void;
  /** Closes the port, with all connections, or opens the same one again. */
  setOnline(online: boolean): Promise<void>;
  close(): Promise<void>;
}

/** A Bot Connector on loopback: conversations, activities, rosters, limits, and faults on demand or by lot. */
export async function startFakeConnector(options: FakeConnectorOptions = {}): Promise<FakeConnector> {
  const { token, now = Date.now, seed = Math.floor(Math.random() * 2 ** 31) } = options;
  const service = createFakeService(options);
  const limits = createFakeLimits();
  const calls: Call[] = [];
  const answered: Answered[] = [];
  const sends = new Map<string, number>();
  let mix = options.mix ?? {};
  let faults: { match: (call: Call) => boolean; fault: Fault; left: number }[] = [];
  let holding = 0;
  let watcher: (moment: 'arrived' | 'shown' | 'answered', call: Call) => void = () => undefined;
  if (options.mix) (options.print ?? console.log)(`fake connector: faults from seed ${seed}`);

  const server = createServer(
    { keepAliveTimeout: idleMs },
    (request, response) => void serve(request, response).catch(() => response.destroy()),
  );

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await toCall(request);
    calls.push(call);
    watcher('arrived', call);
    const fault = refusalOf(call) ?? faultOf(call);
    if (fault?.kind === 'delay') await held(response, new Promise((resolve) => setTimeout(resolve, fault.ms)));
    const well = !fault || fault.kind === 'delay';
    const shown = well || ('shown' in fault && fault.shown === true);
    const good = shown ? service.handle(call.method, call.path, call.body) : undefined;
    if (shown) watcher('shown', call);
    const note = (answer: Answered['answer']) =>
      answered.push({ method: call.method, path: call.path, at: now(), answer, shown });
    if (well) {
      note(good?.status ?? 500);
      await reply(response, good?.status ?? 500, good?.body);
    } else if (fault.kind === 'reset') {
      note('reset');
      request.socket.resetAndDestroy();
    } else if (fault.kind === 'hang') {
      note('hang');
      await held(response, new Promise((resolve) => response.once('close', resolve)));
    } else if (fault.kind === 'redirect') {
      note(307);
      await reply(response, 307, undefined, { location: fault.to });
    } else {
      note(fault.status);
      const stayAway = Number(fault.headers?.['retry-after'] ?? 0);
      const conversationId = conversationOf(call);
      if (stayAway > 0 && conversationId !== undefined) limits.tell(conversationId, now() + stayAway * 1000);
      const error = { code: fault.code ?? 'Fault', message: 'as programmed' };
      await reply(response, fault.status, { error }, fault.headers);
    }
    watcher('answered', call);
  }

  async function held(response: ServerResponse, until: Promise<unknown>): Promise<void> {
    holding++;
    await Promise.race([until, new Promise((resolve) => response.once('close', resolve))]);
    holding--;
  }

  /** What the service refuses of itself: a call without the bot's token, and one too many. */
  function refusalOf(call: Call): Fault | undefined {
    if (token !== undefined && call.headers.authorization !== `Bearer ${token}`) {
      return { kind: 'status', status: 401, code: 'Unauthorized' };
    }
    if (call.method !== 'POST') return undefined;
    const stayAway = limits.count(conversationOf(call), now());
    if (stayAway === undefined || !options.enforceLimits) return undefined;
    return { kind: 'status', status: 429, headers: { 'retry-after': String(stayAway) } };
  }

  function faultOf(call: Call): Fault | undefined {
    const found = faults.find(({ match, left }) => left > 0 && match(call));
    if (found) {
      found.left--;
      return found.fault;
    }
    const conversationId = conversationOf(call);
    if (call.method !== 'POST' || conversationId === undefined) return undefined;
    const nth = (sends.get(conversationId) ?? 0) + 1;
    sends.set(conversationId, nth);
    const name = drawFault(seed, mix, conversationId, nth);
    return name && namedFaults[name];
  }

  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(options.port ?? 0);
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/`,
    seed,
    seen: service.seen,
    calls,
    answered,
    breaches: () => limits.breaches(),
    holding: () => holding,
    setMembers: (conversationId, members) => service.setMembers(conversationId, members),
    setGroup: (teamId, groupId) => service.setGroup(teamId, groupId),
    fail: (match, fault, times = Infinity) => void faults.push({ match, fault, left: times }),
    clearFaults: () => void (faults = []),
    setMix: (next) => void (mix = next),
    watch: (next) => void (watcher = next),
    setOnline: (online) => (online ? listen(port) : stop()),
    close: () => (server.listening ? stop() : Promise.resolve()),
  };
}

/** The conversation that a message goes to; undefined for any other request. */
function conversationOf({ method, path }: Call): string | undefined {
  const [, id] = /^\/v3\/conversations\/([^/?]+)\/activities/.exec(path) ?? [];
  return method === 'POST' && id !== undefined ? decodeURIComponent(id) : undefined;
}

async function toCall(request: IncomingMessage): Promise<Call> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  const { method = '', url: path = '', headers } = request;
  return { method, path, headers, body: text ? (JSON.parse(text) as unknown) : undefined };
}

function reply(
  response: ServerResponse,
  status: number,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<void> {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  return new Promise((resolve) => response.end(body === undefined ? '' : JSON.stringify(body), resolve));
}
