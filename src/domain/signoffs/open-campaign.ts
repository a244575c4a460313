import type { Campaign } from './campaign.ts';
import type { CampaignDraft } from './campaign-draft.ts';
import type { CampaignPlan } from './plan-campaign.ts';
import type { HeadAct, SignoffDesk } from './signoff-desk.ts';

/**
 * - `opened`: people are asked (state `open`), or a second person is (state `waiting`); `count` is how many are in it. The
 *   same act again gives the same campaign
 * - `incomplete`: nothing was stored; `plan.problems` says why
 * - `changed`: nothing was stored; other people or other words than `seen` would be asked; show `plan` again
 */
export type Opened =
  | { readonly kind: 'opened'; readonly campaign: Campaign; readonly count: number }
  | { readonly kind: 'incomplete' | 'changed'; readonly plan: CampaignPlan }
  | { readonly kind: 'not-yours' | 'overtaken' };

/**
 * Opens a campaign: itself, everybody in it and what they are owed, in one step; an open campaign for the same document is
 * closed as `replaced` in that step. `seen` is the fingerprint of the plan that was shown.
 */
export function openCampaign(
  _desk: SignoffDesk,
  _request: HeadAct & { readonly draft: CampaignDraft; readonly seen?: string | undefined },
): Promise<Opened> {
  return Promise.reject(new Error('not here yet'));
}
