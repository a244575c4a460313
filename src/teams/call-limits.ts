import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Socket } from 'node:net';
import { z } from 'zod/v4';

const callMs = 10_000;
const connectMs = 5_000;
/** An idle connection that the service may have closed unseen breaks under the next message; it is closed here first. */
const idleMs = 30_000;

/** The `code` of the error for a service that did not answer in time. */
export const noAnswer = 'ETIMEDOUT';
/** The `code` where no connection was made in time: nothing was sent. */
export const notConnected = 'ENOCONNECT';
/** The `code` where the bot could not sign in: nothing was sent. */
const notSignedIn = 'ENOSIGNIN';

interface Request {
  readonly url: string;
  abortSignal?: AbortSignal;
  agent?: HttpAgent;
}
interface Policy {
  readonly name: string;
  sendRequest(request: Request, next: (request: Request) => Promise<unknown>): Promise<unknown>;
}
interface Pipeline {
  removePolicy(which: { name: string }): unknown[];
  addPolicy(policy: Policy, options: { phase: 'Serialize' } | { afterPhase: 'Sign' }): void;
}

/** The part of the SDK's client that it keeps to itself. */
const Client = z.object({
  client: z.object({
    pipeline: z.custom<Pipeline>((value) => typeof value === 'object' && value !== null && 'removePolicy' in value),
  }),
});

/**
 * Makes a connector client send each request once (a POST that is repeated shows a card twice), follow no redirect
 * (it would carry the bot's token elsewhere) and give up after 10 seconds, the bot's own sign-in included.
 * Throws when the client is not built as expected: a client without these limits is not used.
 */
export function limitCalls(connectorClient: unknown): void {
  const { pipeline } = Client.parse(connectorClient).client;
  const removed = ['defaultRetryPolicy', 'redirectPolicy'].flatMap((name) => pipeline.removePolicy({ name }));
  if (removed.length !== 2) throw new Error('the connector client has no retry or redirect policy to remove');
  const signedIn = new WeakSet<Request>();
  pipeline.addPolicy(
    {
      name: 'staffroomSignedIn',
      sendRequest(request, next) {
        signedIn.add(request);
        request.agent = agentFor(request.url);
        return next(request);
      },
    },
    { afterPhase: 'Sign' },
  );
  const isSignedIn = (request: Request) => signedIn.has(request);
  pipeline.addPolicy(
    { name: 'staffroomTimeLimit', sendRequest: (request, next) => sendInTime(request, next, isSignedIn) },
    { phase: 'Serialize' },
  );
}

async function sendInTime(
  request: Request,
  next: (request: Request) => Promise<unknown>,
  isSignedIn: (request: Request) => boolean,
): Promise<unknown> {
  const giveUp = new AbortController();
  request.abortSignal = giveUp.signal;
  try {
    return await inTime(next(request), () => giveUp.abort());
  } catch (cause) {
    throw isSignedIn(request) ? cause : signInFailure(cause);
  }
}

/** Rejects when a call takes longer than 10 seconds, and has `giveUp` end it. */
export async function inTime<Result>(call: Promise<Result>, giveUp: () => void): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error('the service did not answer in time'), { code: noAnswer }));
      giveUp();
    }, callMs);
  });
  try {
    return await Promise.race([call, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** The error of a call that was not made, since the bot could not sign in. */
export function signInFailure(cause: unknown): Error {
  return Object.assign(new Error('the bot could not sign in', { cause }), { code: notSignedIn });
}

/** The connections to the services, kept between calls. */
export function agentFor(url: string): HttpAgent {
  return url.startsWith('https:') ? httpsAgent : httpAgent;
}

const httpAgent = limitConnecting(new HttpAgent({ keepAlive: true, timeout: idleMs }), 'connect');
const httpsAgent = limitConnecting(new HttpsAgent({ keepAlive: true, timeout: idleMs }), 'secureConnect');

/** The part of an agent that its types leave out. */
interface Connecting {
  createConnection(...args: unknown[]): Socket;
}

/** Makes connections fail that are not there in time: a request that waits for one has not been sent. */
function limitConnecting(agent: HttpAgent, connected: 'connect' | 'secureConnect'): HttpAgent {
  const own = agent as unknown as Connecting;
  const connect = own.createConnection.bind(agent);
  const limited: Connecting = {
    createConnection(...args) {
      const socket = connect(...args);
      const late = () => socket.destroy(Object.assign(new Error('no connection in time'), { code: notConnected }));
      const timer = setTimeout(late, connectMs);
      socket.once(connected, () => clearTimeout(timer));
      socket.once('close', () => clearTimeout(timer));
      return socket;
    },
  };
  return Object.assign(agent, limited);
}
