import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { AddressFacts } from '../../domain/health/check-address.ts';
import { refusals } from '../../http/refusals.ts';

const patienceMs = 5_000;
const mostBytes = 4_096;
/** What the bot itself says to whoever comes without a token. */
const ownRefusal = { error: refusals[401] };

/**
 * Sends an empty message without a token to the public address, as anybody could: the bot refuses it in its own words,
 * whoever stands in front of a wrong place does not. Never rejects. `ca` are authorities to trust in place of the usual ones.
 */
export async function gatherAddress(publicUrl: string | undefined, ca?: string): Promise<AddressFacts> {
  if (publicUrl === undefined) return { kind: 'not-set' };
  try {
    const { status, text, until } = await knock(`${publicUrl}/api/messages`, ca === undefined ? {} : { ca });
    if (status === 401 && text === JSON.stringify(ownRefusal)) return { kind: 'answers', until };
    return { kind: 'other', status };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
    return { kind: isOfCertificate(code) ? 'untrusted' : 'silent', code };
  }
}

function knock(
  url: string,
  options: RequestOptions,
): Promise<{ status: number; text: string; until?: Date | undefined }> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? request : plainRequest;
    const headers = { 'content-type': 'application/json', 'content-length': 2 };
    const call = send(url, { ...options, method: 'POST', headers, agent: false, timeout: patienceMs }, (answer) => {
      readText(answer).then((text) => resolve({ status: answer.statusCode ?? 0, text, until: endOf(answer) }), reject);
    });
    call.on('timeout', () => call.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })));
    call.on('error', reject);
    call.end('{}');
  });
}

async function readText(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer) {
    text += String(chunk);
    if (text.length > mostBytes) break;
  }
  return text;
}

function endOf({ socket }: IncomingMessage): Date | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  return new Date(socket.getPeerCertificate().valid_to);
}

/** Codes of Node's TLS for a chain, a name or a date that does not hold. */
function isOfCertificate(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|ALTNAME|EPROTO|ERR_SSL/.test(code);
}
