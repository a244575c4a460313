import { z } from 'zod/v4';

const Failure = z.object({
  statusCode: z.number().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
});

/** A short code for a call to Teams that failed: "http-403", "ETIMEDOUT", "unknown". Never the error's words: they quote people. */
export function callCode(error: unknown): string {
  const { statusCode, code } = Failure.safeParse(error).data ?? {};
  if (statusCode !== undefined) return `http-${statusCode}`;
  return code && /^\w{1,40}$/.test(code) ? code : 'unknown';
}
