import { z } from 'zod/v4';

const callMs = 10_000;

/** The `code` of the error for a service that did not answer in time. */
export const noAnswer = 'ETIMEDOUT';

interface Request {
  abortSignal?: AbortSignal;
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
  const giveUp = new AbortController();
  request.abortSignal = giveUp.signal;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error('the service did not answer in time'), { code: noAnswer }));
      giveUp.abort();
    }, callMs);
  });
  try {
    return await Promise.race([next(request), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
