import type { Campaign } from './campaign.ts';
import type { HeadAct, SignoffDesk } from './signoff-desk.ts';

/** `closed`: from now on nobody can sign; cards that still ask say so. Closing a closed one gives it as it is. */
export type Closed =
  { readonly kind: 'closed'; readonly campaign: Campaign } | { readonly kind: 'not-yours' | 'not-found' | 'overtaken' };

/** Ends a campaign, open or waiting. */
export function closeCampaign(
  _desk: SignoffDesk,
  _request: HeadAct & { readonly campaignId: string },
): Promise<Closed> {
  return Promise.reject(new Error('not here yet'));
}
