/**
 * What to do with a request instead of answering it well. `shown`: a user sees the message although the answer is bad.
 * `reset` breaks the connection, `hang` never answers, `redirect` points elsewhere, `delay` answers well, but late.
 */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly code?: string;
      readonly shown?: boolean;
    }
  | { readonly kind: 'reset'; readonly shown?: boolean }
  | { readonly kind: 'hang'; readonly shown?: boolean }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'delay'; readonly ms: number };

/** The faults that a mix may name. */
export const namedFaults = {
  'accept-then-500': { kind: 'status', status: 500, shown: true },
  'accept-then-reset': { kind: 'reset', shown: true },
  'accept-then-hang': { kind: 'hang', shown: true },
  'hang-without-accept': { kind: 'hang' },
  'reset-without-accept': { kind: 'reset' },
  '403-roster': { kind: 'status', status: 403, code: 'BotNotInConversationRoster' },
  '403-blocked': { kind: 'status', status: 403, code: 'ConversationBlockedByUser' },
  '403-admin': { kind: 'status', status: 403, code: 'BotDisabledByAdmin' },
  '403-writes': { kind: 'status', status: 403, code: 'MessageWritesBlocked' },
  '403-permissions': { kind: 'status', status: 403, code: 'NotEnoughPermissions' },
  '404': { kind: 'status', status: 404, code: 'ConversationNotFound' },
  '412': { kind: 'status', status: 412, code: 'PreconditionFailed' },
  '413': { kind: 'status', status: 413, code: 'MessageSizeTooBig' },
  '429': { kind: 'status', status: 429 },
  '429-retry-after': { kind: 'status', status: 429, headers: { 'retry-after': '2' } },
  '500': { kind: 'status', status: 500, code: 'ServiceError' },
  '502': { kind: 'status', status: 502 },
  '503': { kind: 'status', status: 503 },
  '504': { kind: 'status', status: 504 },
  slow: { kind: 'delay', ms: 3_000 },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof namedFaults;
/** How large a share of the messages meets which fault; the rest are answered well. */
export type FaultMix = Partial<Record<FaultName, number>>;

/**
 * The fault of the `nth` message to a conversation. It depends on the seed, the conversation and the count alone, so a
 * run with the same seed meets the same faults in whatever order its messages come.
 */
export function drawFault(seed: number, mix: FaultMix, conversationId: string, nth: number): FaultName | undefined {
  let left = randomOf(`${seed}|${conversationId}|${nth}`);
  for (const [name, share] of Object.entries(mix) as [FaultName, number][]) {
    if (left < share) return name;
    left -= share;
  }
  return undefined;
}

/** FNV-1a over the text, then a mixing step of murmur3: in [0, 1). */
function randomOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
