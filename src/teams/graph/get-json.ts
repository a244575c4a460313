import { request as httpRequest, type ClientRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { agentFor, inTime, signInFailure } from '../call-limits.ts';
import { signIn, type Credentials } from '../sign-in.ts';

interface JsonAnswer {
  readonly status: number;
  readonly retryAfter?: string | undefined;
  /** Undefined where it is no JSON. */
  readonly body: unknown;
}

/** A page of members has some hundred kilobytes at most. */
const mostBytes = 4 * 1024 * 1024;

/**
 * Asks once, and follows no redirect: it would carry the bot's token elsewhere. Rejects with an error that has a code where
 * no answer came within 10 seconds, the sign-in included, or where it is too long.
 */
export async function getJson(url: string, credentials: () => Promise<Credentials>): Promise<JsonAnswer> {
  let isLate = false;
  let call: ClientRequest | undefined;
  const ask = async () => {
    const headers = { accept: 'application/json', ...(await signIn(await credentials())) };
    if (isLate) throw new Error('the sign-in took too long');
    const request = url.startsWith('https:') ? httpsRequest : httpRequest;
    call = request(url, { headers, agent: agentFor(url) });
    return answerTo(call);
  };
  try {
    return await inTime(ask(), () => {
      isLate = true;
      call?.destroy();
    });
  } catch (cause) {
    throw call ? cause : signInFailure(cause);
  }
}

function answerTo(call: ClientRequest): Promise<JsonAnswer> {
  return new Promise((resolve, reject) => {
    call.on('error', reject);
    call.once('response', (response) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      response.on('error', reject);
      response.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes > mostBytes) call.destroy(Object.assign(new Error('the answer is too long'), { code: 'too-long' }));
        else parts.push(part);
      });
      response.once('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, retryAfter: headers['retry-after'], body: readJson(Buffer.concat(parts).toString('utf8')) });
      });
    });
    call.end();
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
