import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod/v4';

const callMs = 10_000;

interface Request {
  timeout: number;
}
interface Policy {
  readonly name: string;
  sendRequest(request: Request, next: (request: Request) => Promise<unknown>): Promise<unknown>;
}
interface Pipeline {
  removePolicy(which: { name: string }): unknown[];
  addPolicy(policy: Policy, options: { phase: 'Serialize' }): void;
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
  pipeline.addPolicy({ name: 'staffroomTimeLimit', sendRequest: sendInTime }, { phase: 'Serialize' });
}

async function sendInTime(request: Request, next: (request: Request) => Promise<unknown>): Promise<unknown> {
  request.timeout = callMs;
  const stop = new AbortController();
  const tooLate = wait(callMs, undefined, { signal: stop.signal }).then(() => {
    throw Object.assign(new Error('the service did not answer in time'), { code: 'ETIMEDOUT' });
  });
  try {
    return await Promise.race([next(request), tooLate]);
  } finally {
    tooLate.catch(() => undefined);
    stop.abort();
  }
}
