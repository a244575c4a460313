import { z } from 'zod/v4';
import type { ReaderSettings } from './reader-settings.ts';

/** What an end point said, or why it said nothing of use. A code never quotes it. */
export type Said =
  | { readonly kind: 'said'; readonly words: string }
  | {
      readonly kind: 'failed';
      readonly code: 'slow' | 'unreachable' | 'refused' | 'nonsense';
      readonly status?: number;
    };

/** A choice has a hundred bytes, and what is around it in an answer some thousand. */
const mostBytes = 16 * 1024;

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/**
 * Sends one request and reads what was said, until `signal` ends it: once, to this address alone (a redirect would carry
 * question and key elsewhere), and no more than 16 KB. Only the body and the key go out, nothing about this machine.
 * Never rejects.
 */
export async function sendOnce(
  url: string,
  body: string,
  { settings, signal, send }: { settings: ReaderSettings; signal: AbortSignal; send: typeof fetch },
): Promise<Said> {
  try {
    const response = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...keyHeader(settings) },
      body,
      redirect: 'manual',
      signal,
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return { kind: 'failed', code: 'refused', status: response.status };
    }
    const completion = Completion.safeParse(JSON.parse(await readShort(response)));
    const words = completion.data?.choices[0]?.message.content;
    return words === undefined ? { kind: 'failed', code: 'nonsense' } : { kind: 'said', words };
  } catch (error) {
    if (signal.aborted) return { kind: 'failed', code: 'slow' };
    return { kind: 'failed', code: error instanceof SyntaxError ? 'nonsense' : 'unreachable' };
  }
}

function keyHeader({ kind, key }: ReaderSettings): Record<string, string> {
  if (key === '') return {};
  return kind === 'azure' ? { 'api-key': key } : { authorization: `Bearer ${key}` };
}

/** The whole text of a short answer, and of a long one nothing: the rest is not waited for. */
async function readShort({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (bytes > mostBytes) return '';
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
