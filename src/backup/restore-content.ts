import { holdUnsent } from '../domain/delivery/hold-unsent.ts';
import type { StoreContent, StoreTransfer } from '../storage/store-content.ts';
import { findDifference } from './find-difference.ts';

export type Restored =
  /** `held`: how many deliveries were still to be sent and now are `unknown`. */
  | { readonly kind: 'restored'; readonly held: number }
  | { readonly kind: 'not-empty' }
  /** It was written, and something else was read back; `why` is the end of a sentence. */
  | { readonly kind: 'differs'; readonly why: string };

/**
 * Puts a checked backup into an empty store in one atomic step, in which nothing is left to be sent, and reads it back.
 * Rejects when the store fails.
 */
export async function restoreContent(store: StoreTransfer, content: StoreContent, now: Date): Promise<Restored> {
  const { deliveries, held } = holdUnsent(content.deliveries, now);
  const given = { ...content, deliveries };
  if ((await store.importAll(given)) === 'not-empty') return { kind: 'not-empty' };
  const stored = await store.exportAll();
  const why = await findDifference(given, stored);
  return why === undefined ? { kind: 'restored', held } : { kind: 'differs', why };
}
