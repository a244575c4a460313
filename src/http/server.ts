import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import restify from 'restify';
import type { Log } from '../log.ts';
import { answerFileRequest, fileTokenOf, type TakeFile } from './files.ts';
import { privacyHeaders, privacyPage, type ReaderNotice } from './privacy-page.ts';
import { refusals } from './refusals.ts';
import { isSaneJson, maxBodyBytes, refuseHead, type TokenClaim } from './gate.ts';

/** What the bot makes of one request: an answer to send as it is, or a status to refuse it with. */
export type Reception =
  | { readonly kind: 'answered'; readonly status: number; readonly body?: unknown }
  | { readonly kind: 'refused'; readonly status: number };

/** The bot, as this folder sees it. `body` is parsed JSON, an object; nothing else of it has been checked. */
export type Receive = (body: Record<string, unknown>, authorization: string) => Promise<Reception>;

export interface HttpServer {
  /** Starts to listen and returns the port. */
  listen(host: string, port: number): Promise<number>;
  /** Turns /readyz red and new messages away, lets accepted ones finish for up to `patienceMs`, then stops listening. */
  close(patienceMs: number): Promise<void>;
}

type Logger = NonNullable<restify.ServerOptions['log']>;

const headMs = 10_000;
const requestMs = 15_000;
/** Longer than whoever stands in front keeps a connection: closed by us at that moment, it would lose a message. */
const idleMs = 75_000;
const checkEveryMs = 5_000;
const drainStepMs = 20;

/**
 * The HTTP server: POST /api/messages, GET and POST /files/<token>, GET /privacy, GET /healthz and GET /readyz.
 * `schools` gives the names of the schools that are served now, `reader` says whose questions a language model may see, if anybody's.
 * `token` is what a request's token must claim before its body is read; undefined where nobody signs in (demo).
 * `isReady` says whether the bot could do its work now; it may reject.
 */
export function createHttpServer(options: {
  receive: Receive;
  takeFile: TakeFile;
  schools: () => readonly string[];
  reader?: () => ReaderNotice | undefined;
  isReady: () => Promise<boolean>;
  token: TokenClaim | undefined;
  log: Log;
}): HttpServer {
  const { receive, takeFile, schools, reader, isReady, token, log } = options;
  let closing = false;
  let accepted = 0;
  const server = restify.createServer({ name: '', log: pino({ level: 'silent' }) as unknown as Logger });
  const http: Server = server.server;
  const limits = { headersTimeout: headMs, requestTimeout: requestMs, keepAliveTimeout: idleMs };
  Object.assign(http, { connectionsCheckingInterval: checkEveryMs, ...limits });

  const refuse = (response: restify.Response, status: number): void => {
    if (response.req.method !== 'HEAD') log.warn({ status }, 'a request was refused'); // a HEAD only asks who is here
    if (!response.headersSent) send(response, status, { error: refusals[status] ?? 'Something went wrong here.' });
  };

  // Before the parser, which would read a form of any size into objects.
  server.pre((request, response, next) => {
    const fileToken = fileTokenOf(request);
    if (fileToken === undefined) return next();
    void serveFile(request, response, fileToken).finally(() => next(false));
  });
  const serveFile = async (request: restify.Request, response: restify.Response, fileToken: string) => {
    accepted++;
    try {
      const status = closing ? 503 : await answerFileRequest(request, response, { token: fileToken, takeFile, log });
      if (status === undefined) return;
      response.setHeader('Connection', 'close');
      refuse(response, status);
    } finally {
      accepted--;
    }
  };

  server.pre((request, response, next) => {
    if (request.method !== 'POST') return next();
    const status = closing ? 503 : refuseHead(request, token);
    if (status === undefined) {
      delete request.headers['content-encoding']; // "identity", which the parser does not know
      return next();
    }
    response.setHeader('Connection', 'close');
    refuse(response, status);
    return next(false);
  });
  server.use(restify.plugins.bodyParser({ maxBodySize: maxBodyBytes, mapParams: false, rejectUnknown: true }));
  server.on(
    'restifyError',
    (_request: restify.Request, response: restify.Response, error: unknown, done: () => void) => {
      refuse(response, statusOf(error));
      done();
    },
  );

  server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
    const body: unknown = request.body;
    if (!isSaneJson(body)) return refuse(response, 400);
    accepted++;
    try {
      const reception = await receive(body, request.headers.authorization ?? '');
      if (reception.kind === 'refused') refuse(response, reception.status);
      else send(response, reception.status, reception.body);
    } catch (err) {
      log.error({ err }, 'a request failed');
      refuse(response, 500);
    } finally {
      accepted--;
    }
  });
  const sendPrivacy = async (_request: restify.Request, response: restify.Response) => {
    const page = Buffer.from(privacyPage(schools(), reader?.()));
    await Promise.resolve(response.sendRaw(200, page, { ...privacyHeaders, 'Content-Length': String(page.length) }));
  };
  server.get('/privacy', sendPrivacy);
  server.head('/privacy', sendPrivacy);
  server.get('/healthz', async (_request: restify.Request, response: restify.Response) => {
    await Promise.resolve(send(response, 200, { alive: true }));
  });
  server.get('/readyz', async (_request: restify.Request, response: restify.Response) => {
    const ready = !closing && (await isReady().catch(() => false));
    send(response, ready ? 200 : 503, { ready });
  });

  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', (error: unknown) => reject(portProblem(error, host, port)));
        server.listen(port, host, () => {
          resolve(portOf(http));
        });
      }),
    async close(patienceMs) {
      closing = true;
      const end = performance.now() + patienceMs;
      while (accepted > 0 && performance.now() < end) await wait(drainStepMs);
      const closed = new Promise<void>((resolve) => void server.close(resolve));
      http.closeIdleConnections();
      await Promise.race([closed, wait(Math.max(drainStepMs, end - performance.now()), undefined, { ref: false })]);
      http.closeAllConnections();
    },
  };
}

function send(response: restify.Response, status: number, body: unknown): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.sendRaw(status, text, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
}

function portProblem(error: unknown, host: string, port: number): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return new Error(`PORT: ${port} is in use by another program. Stop it or choose another.`);
  if (code === 'EACCES') return new Error(`PORT: this user may not listen on ${port}. Choose one above 1023.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Error(`HOST: ${host} is no address of this computer.`);
  return new Error('The server could not listen.', { cause: error });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status in refusals ? status : 500;
}
