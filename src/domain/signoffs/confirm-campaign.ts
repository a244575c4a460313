import type { Campaign } from './campaign.ts';
import type { HeadAct, Refused, SignoffDesk } from './signoff-desk.ts';

/**
 * - `confirmed`: people are asked now; `not-confirmed`: it is closed, and nobody was asked
 * - `own`: whoever opened it cannot confirm it
 * - `settled`: it does not wait any more; `campaign` says what became of it
 */
export type Confirmed =
  | { readonly kind: 'confirmed' | 'not-confirmed' | 'settled'; readonly campaign: Campaign; readonly count: number }
  | { readonly kind: 'own' }
  | Exclude<Refused, { kind: 'closed' }>;

/** The second person's yes or no: the head, whoever stands in, a delegate or the chair, but never whoever opened it. */
export function confirmCampaign(
  _desk: SignoffDesk,
  _request: HeadAct & { readonly campaignId: string; readonly yes: boolean },
): Promise<Confirmed> {
  return Promise.reject(new Error('not here yet'));
}
