import { randomUUID } from 'node:crypto';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Activity } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { USER_AGENT as userAgent } from 'botframework-connector/lib/auth/connectorFactoryImpl.js';
import { z } from 'zod/v4';
import { agentFor, inTime, signInFailure } from './call-limits.ts';
import { signIn, type Credentials } from './sign-in.ts';

type Message = Partial<Activity>;

interface Post {
  readonly method: 'POST' | 'PUT';
  readonly url: string;
  readonly body: string;
  /** Beside those of every message. */
  readonly headers?: Record<string, string>;
}

/** What the service says of a message that it took. */
const Taken = z.object({ id: z.string().optional() }).catch({});

/**
 * Makes `client` send and change messages by one plain request each. The SDK's own way writes a message field by field
 * after a map of all that an activity may hold, and leads it through fourteen steps for what no message of ours has:
 * that is a fifth of the time of an answer. The limits are those of its other calls (call-limits.ts).
 */
export function postActivities({ conversations, credentials }: ConnectorClient, serviceUrl: string): void {
  const base = serviceUrl.replace(/\/$/, '');
  const urlOf = (conversationId: string, ...below: readonly string[]) =>
    [base, 'v3', 'conversations', ...[conversationId, 'activities', ...below].map(encodeURIComponent)].join('/');
  const send = (what: Omit<Post, 'body'>, message: Message) =>
    post({ ...what, body: JSON.stringify(message) }, credentials);

  Object.assign(conversations, {
    sendToConversation: (conversationId: string, message: Message) =>
      send({ method: 'POST', url: urlOf(conversationId) }, message),
    replyToActivity(conversationId: string, activityId: string, message: Message) {
      const headers = { 'x-ms-conversation-id': conversationId };
      return send({ method: 'POST', url: urlOf(conversationId, activityId), headers }, message);
    },
    updateActivity: (conversationId: string, activityId: string, message: Message) =>
      send({ method: 'PUT', url: urlOf(conversationId, activityId) }, message),
  });
}

async function post({ method, url, body, headers }: Post, credentials: Credentials) {
  let isLate = false;
  let call: ClientRequest | undefined;
  const send = async () => {
    const signed = await signIn(credentials);
    if (isLate) throw new Error('the sign-in took too long');
    const all = {
      'content-type': 'application/json; charset=utf-8',
      accept: '*/*',
      'user-agent': userAgent,
      'x-ms-client-request-id': randomUUID(),
      ...headers,
      ...signed,
    };
    const request = url.startsWith('https:') ? httpsRequest : httpRequest;
    call = request(url, { method, headers: all, agent: agentFor(url) });
    return answerTo(call, body);
  };
  try {
    return await inTime(send(), () => {
      isLate = true;
      call?.destroy();
    });
  } catch (cause) {
    throw call ? cause : signInFailure(cause);
  }
}

/** An answer of 2xx is that the service took the message, whether or not it can be read; any other one rejects. */
function answerTo(call: ClientRequest, body: string): Promise<z.infer<typeof Taken>> {
  return new Promise((resolve, reject) => {
    call.on('error', reject);
    call.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('error', reject);
      response.once('end', () => {
        const { statusCode = 0 } = response;
        if (statusCode >= 200 && statusCode < 300) resolve(Taken.parse(readJson(text)));
        else reject(refusal(response, text));
      });
    });
    call.end(body);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An error in the form of the SDK's. Its message holds nothing of what was answered: that may quote somebody. */
function refusal({ statusCode, headers }: IncomingMessage, bodyAsText: string): Error {
  const response = { bodyAsText, headers: { get: (name: string) => headers[name.toLowerCase()] } };
  return Object.assign(new Error(`the service answered ${statusCode}`), { statusCode, response });
}
