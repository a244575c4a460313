import type { SendOutcome } from './messenger.ts';

type Lead = Exclude<SendOutcome['kind'], 'sent' | 'undeliverable'>;

/**
 * What the service's statuses mean to somebody who sends, as Microsoft's table of status codes for bot conversations
 * has it. `retry`: with back-off. `ambiguous`: documented as "do not retry", and the message may have been shown.
 */
export const statusTable: Readonly<Record<number, Lead>> = {
  400: 'refused',
  401: 'refused',
  403: 'refused',
  404: 'refused',
  412: 'retry',
  413: 'refused',
  429: 'retry',
  500: 'ambiguous',
  502: 'retry',
  503: 'retry',
  504: 'retry',
};

/** The kinds of a 403, by the word that the body has somewhere; the first that it has counts. All are final. */
export const forbiddenKinds = [
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'BotDisabledByAdmin',
  'MessageWritesBlocked',
  'NotEnoughPermissions',
  'ForbiddenOperationException',
  'InvalidBotApiHost',
] as const;

/** Failures before a request left the machine: no name, no route, nobody listening, no sign-in. Nothing was shown. */
export const notSentCodes: readonly string[] = [
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOCONNECT',
  'ENOSIGNIN',
  'ENOTFOUND',
  'EADDRNOTAVAIL',
  'EMFILE',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

/** No longer than this is a Retry-After obeyed: after it a person has been told anyway. */
const longestWaitMs = 24 * 3_600_000;

/**
 * What an answer other than 2xx leads to. `body` is its text, looked at for the kind of a 403 and for nothing else;
 * `retryAfter` its header as it stands. A status that is not in the table: 5xx is ambiguous, all else is a refusal.
 */
export function outcomeOfStatus(
  status: number,
  { body, retryAfter, now }: { body?: string; retryAfter?: string | undefined; now: Date },
): SendOutcome {
  const kind = statusTable[status] ?? (status >= 500 ? 'ambiguous' : 'refused');
  if (status === 403) return { kind: 'refused', code: ['http-403', forbiddenKind(body)].filter(Boolean).join('-') };
  const code = `http-${status}`;
  return kind === 'retry' ? { kind, code, afterMs: waitOf(retryAfter, now) } : { kind, code };
}

/** What a failure without an answer leads to: `code` is that of the error ("ECONNRESET"). */
export function outcomeOfFailure(code: string): SendOutcome {
  return { kind: notSentCodes.includes(code) ? 'retry' : 'ambiguous', code };
}

function forbiddenKind(body: string | undefined): string | undefined {
  return forbiddenKinds.find((kind) => body?.includes(kind));
}

/** Retry-After is seconds or a date (RFC 9110, 10.2.3); anything else counts as absent. Milliseconds. */
function waitOf(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const value = header.trim();
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(/GMT$/.test(value) ? value : '') - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), longestWaitMs);
}
