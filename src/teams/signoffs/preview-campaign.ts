import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { asPreview } from '../../cards/signoffs/preview.ts';
import type { CampaignDraft } from '../../domain/signoffs/campaign-draft.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { CampaignPlan } from '../../domain/signoffs/plan-campaign.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import type { Caller } from '../caller.ts';
import type { HeadDeps } from './head-deps.ts';
import { askCardFor } from './show-signing.ts';

/** Stands where a reference will: this one is never drawn, for its check letter is wrong. */
const noReference = 'CA-0000-0';
const noSignatory = '0'.repeat(32);

/** What staff will get, as if the caller were asked; undefined where there is no document to sign. */
export async function previewOf(
  deps: HeadDeps,
  caller: Caller,
  { document, chaseEvery, asksAt }: CampaignPlan,
  { groups, why, dueOn }: CampaignDraft,
): Promise<AdaptiveCardJson | undefined> {
  if (!document) return undefined;
  const { actor, library } = caller;
  const campaign: Campaign = {
    id: noReference,
    schoolId: library.school.id,
    ...{ document, groups, why, dueOn, chaseEvery },
    state: 'open',
    openedBy: { tenantId: actor.tenantId, objectId: actor.objectId },
    openedAt: asksAt,
    revision: 1,
  };
  return previewIn(deps, caller, campaign, 'Preview, for you alone: this is what people will get. Nothing was sent.');
}

/** The same of a campaign that waits for a second person. */
export function sampleOf(deps: HeadDeps, caller: Caller, campaign: Campaign): Promise<AdaptiveCardJson> {
  return previewIn(deps, caller, campaign, 'Preview, for you alone: this is what people will get if you say yes.');
}

async function previewIn(
  deps: HeadDeps,
  { actor, library }: Caller,
  campaign: Campaign,
  mark: string,
): Promise<AdaptiveCardJson> {
  const { id: campaignId, schoolId, dueOn, openedAt: changedAt } = campaign;
  const signatory: Signatory = {
    id: noSignatory,
    ...{ schoolId, campaignId, dueOn, changedAt },
    person: { tenantId: actor.tenantId, objectId: actor.objectId },
    name: '-',
    groups: [],
    state: 'pending',
    asked: 1,
    revision: 1,
  };
  return asPreview(await askCardFor(deps, library, { campaign, signatory }), mark);
}
