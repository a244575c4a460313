import { keysOfPeople } from '../people/keys-of-people.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { CampaignDraft } from './campaign-draft.ts';
import type { Campaign, SignedDocument } from './campaign.ts';
import { closingOf } from './close-campaign.ts';
import { newSignatory } from './next-round.ts';
import { liveFor, planCampaign, type CampaignPlan } from './plan-campaign.ts';
import { recordFresh } from './record-fresh.ts';
import { confirmTo } from './signoff-deliveries.ts';
import type { HeadAct, SignoffDesk } from './signoff-desk.ts';
import { campaignEntry } from './signoff-entries.ts';
import { typedText } from './typed-text.ts';

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

type Request = HeadAct & { readonly draft: CampaignDraft; readonly seen?: string | undefined };

/**
 * Opens a campaign: itself, everybody in it and what they are owed, in one step; an open campaign for the same document is
 * closed as `replaced` in that step, or once the second person says yes. `seen` is the fingerprint of the plan that was
 * shown. Rejects when the store fails: then nothing was stored.
 */
export function openCampaign(desk: SignoffDesk, request: Request): Promise<Opened> {
  return recordFresh(() => openNow(desk, request));
}

async function openNow(desk: SignoffDesk, request: Request): Promise<Opened> {
  const plan = await planCampaign(desk, request);
  if (plan.kind === 'not-yours') return plan;
  const { document } = plan;
  if (!document || plan.problems.length > 0) return { kind: 'incomplete', plan };
  if (request.seen !== undefined && request.seen !== plan.fingerprint) return { kind: 'changed', plan };
  const campaign = toCampaign(desk, request, { plan, document });
  const { schoolId, id, openedAt: at } = campaign;
  const waits = campaign.state === 'waiting';
  const askAt = waits ? undefined : plan.asksAt;
  const added = plan.asked.map((one) => newSignatory(campaign, one, { id: desk.newId(), at, askAt }));
  const live = await liveFor(desk, schoolId, document);
  const closing = await closingOf(
    desk,
    live.filter(({ state }) => !waits || state === 'waiting'),
    { at, why: 'replaced', by: campaign.openedBy },
  );
  const keyOf = await keysOfPeople(desk.persons, campaign.openedBy.tenantId);
  const seconds: PersonKey[] = waits ? plan.seconds.flatMap((person) => keyOf(person) ?? []) : [];
  const facts = { people: added.length, due: campaign.dueOn, waits };
  const recorded = await desk.signoffs.record({
    schoolId,
    once: { act: request.act, deed: 'open', made: id },
    at,
    campaigns: [campaign, ...closing.campaigns],
    signatories: added.map(({ signatory }) => signatory),
    then: {
      owed: [
        ...closing.owed,
        ...added.flatMap(({ owed }) => owed),
        ...seconds.map((to) => confirmTo(campaign, to, at)),
      ],
      entries: [campaignEntry(campaign, 'campaign-opened', at, facts), ...closing.entries],
    },
  });
  if (recorded.kind === 'recorded') return { kind: 'opened', campaign, count: added.length };
  if (recorded.kind !== 'seen') return { kind: 'overtaken' };
  const before = await desk.signoffs.campaign(schoolId, recorded.made);
  if (!before) return { kind: 'overtaken' };
  return { kind: 'opened', campaign: before, count: (await desk.signoffs.signatories(schoolId, before.id)).length };
}

function toCampaign(
  { newReference, now }: SignoffDesk,
  { actor: { tenantId, objectId }, library, draft }: Request,
  { plan, document }: { plan: CampaignPlan; document: SignedDocument },
): Campaign {
  return {
    id: newReference('CA'),
    schoolId: library.school.id,
    document,
    groups: [...new Set(draft.groups)],
    why: typedText(draft.why),
    dueOn: draft.dueOn,
    chaseEvery: plan.chaseEvery,
    state: plan.needsSecond ? 'waiting' : 'open',
    openedBy: { tenantId, objectId },
    openedAt: now().toISOString(),
    revision: 1,
  };
}
