import type { Delivery } from './delivery.ts';

/** What Teams, or the way to it, said to one try. Codes are statuses or error codes, never texts. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly conversationId: string; readonly activityId: string }
  /** Try again, not before `afterMs` where Teams gave a time (Retry-After). */
  | { readonly kind: 'retry'; readonly code: string; readonly afterMs?: number | undefined }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'undeliverable'; readonly code: string }
  | { readonly kind: 'ambiguous'; readonly code: string };

export interface SendOptions {
  readonly secondCopy: boolean;
  /** Waits for leave for one more request, after the one that the messenger has from the start was answered. */
  readonly oneMore: () => Promise<void>;
}

/** Sends first. Never throws, never assumes: whatever happened is an outcome. */
export interface Messenger {
  send(delivery: Delivery, options: SendOptions): Promise<SendOutcome>;
}
