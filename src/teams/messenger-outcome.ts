import { z } from 'zod/v4';
import type { SendOutcome } from '../domain/delivery/messenger.ts';
import { outcomeOfFailure, outcomeOfStatus } from '../domain/delivery/status-table.ts';
import { callCode } from './people/call-code.ts';

type Headers = { get(name: string): string | undefined };

const Failure = z.object({
  statusCode: z.number(),
  response: z
    .object({
      bodyAsText: z.string().nullish(),
      headers: z.custom<Headers>((value) => typeof value === 'object' && value !== null && 'get' in value),
    })
    .optional()
    .catch(undefined),
});

/**
 * What an error of the SDK says of a message that was being sent. An answer of 2xx that could not be read is `sent`
 * without an activity id: Teams took it.
 */
export function outcomeOfError(error: unknown, conversationId: string, now: Date): SendOutcome {
  const { statusCode, response } = Failure.safeParse(error).data ?? {};
  if (statusCode === undefined) return outcomeOfFailure(callCode(error));
  if (statusCode >= 200 && statusCode < 300) return { kind: 'sent', conversationId, activityId: '' };
  const body = [response?.bodyAsText, error instanceof Error ? error.message : ''].filter(Boolean).join(' ');
  return outcomeOfStatus(statusCode, { body, retryAfter: response?.headers.get('retry-after') ?? undefined, now });
}
