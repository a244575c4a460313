import type { HeadAct, Refused, SignoffDesk } from './signoff-desk.ts';
import type { Signatory } from './signatory.ts';

/** `chased`: these are asked once more, from `at` on (after the quiet hours); nobody was outstanding where there is none. */
export type Chased = { readonly kind: 'chased'; readonly chased: readonly Signatory[]; readonly at: string } | Refused;

/**
 * Reminds those who are pending or unreachable and have an account, and with `queries` also those who have a question;
 * nobody else, and nobody twice on one day.
 */
export function chaseOutstanding(
  _desk: SignoffDesk,
  _request: HeadAct & { readonly campaignId: string; readonly queries?: boolean | undefined },
): Promise<Chased> {
  return Promise.reject(new Error('not here yet'));
}
