import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import type { Caller } from '../caller.ts';
import type { OnVerb, Pressed } from '../on-verb.ts';
import { toConfirm } from './campaign-delivery-cards.ts';
import { campaignFile } from './campaign-file.ts';
import { close, confirm, remind } from './change-campaign.ts';
import { again, exempt, extend, recordPaper, type PersonAct } from './change-person.ts';
import { findCampaign } from './find-campaign.ts';
import { turnedAway, type HeadRight } from './head-access.ts';
import type { HeadDeps } from './head-deps.ts';
import { headSummary, noCampaign, noSignatory } from './head-replies.ts';
import { sampleOf } from './preview-campaign.ts';
import { closeForm, personForm, showCampaign, showPeople, showPerson } from './show-campaign.ts';

/** The buttons of one campaign and of one person in it. */
export function registerCampaignPresses(onVerb: OnVerb, deps: HeadDeps): void {
  const inCampaign = async (
    caller: Caller,
    named: { readonly campaign: string },
    right: HeadRight,
    then: (campaign: Campaign) => Promise<Pressed> | Pressed,
  ): Promise<Pressed> => {
    const refused = await turnedAway(deps, caller, right);
    if (refused) return refused;
    const campaign = await findCampaign(deps, caller, named.campaign);
    return campaign ? then(campaign) : noCampaign();
  };
  const forHead = (
    caller: Caller,
    named: { readonly campaign: string },
    then: (campaign: Campaign) => Promise<Pressed> | Pressed,
  ) => inCampaign(caller, named, 'ask', then);
  const forPerson = (
    caller: Caller,
    named: { readonly campaign: string; readonly signatory: string },
    right: HeadRight,
    then: (campaign: Campaign, signatory: Signatory) => Promise<Pressed> | Pressed,
  ) =>
    inCampaign(caller, named, right, async (campaign) => {
      const signatory = await deps.signoffs.signatory(campaign.schoolId, named.signatory);
      return signatory?.campaignId === campaign.id ? then(campaign, signatory) : noSignatory();
    });
  const doing = (
    caller: Caller,
    named: { readonly campaign: string; readonly signatory: string; readonly submission: string },
    right: HeadRight,
    then: (who: PersonAct) => Promise<Pressed> | Pressed,
  ) => {
    const { submission } = named;
    return forPerson(caller, named, right, (campaign, signatory) =>
      then({ act: caller.actWith(submission), campaign, signatory, submission }),
    );
  };

  onVerb('campaigns.show', (named, caller) =>
    forHead(caller, named, (campaign) => showCampaign(deps, caller, campaign)),
  );
  onVerb('campaigns.people', (named, caller) =>
    forHead(caller, named, (campaign) => showPeople(deps, campaign, named)),
  );
  onVerb('campaigns.person', (named, caller) =>
    named.signatory === ''
      ? forHead(caller, named, (campaign) => showPeople(deps, campaign, { state: 'outstanding', page: 0 }))
      : forPerson(caller, named, 'ask', (campaign, signatory) => showPerson(deps, caller, campaign, signatory)),
  );
  onVerb('campaigns.form', (named, caller) => {
    const { form } = named;
    if (form === 'close') return forHead(caller, named, (campaign) => closeForm(deps, campaign));
    return forPerson(caller, named, form === 'paper' ? 'paper' : 'ask', (campaign, signatory) =>
      personForm(campaign, signatory, { form, submission: deps.newSubmission() }),
    );
  });
  onVerb('campaigns.extend', (named, caller) =>
    doing(caller, named, 'ask', (who) => extend(deps, caller, who, { dueOn: named.day, reason: named.note })),
  );
  onVerb('campaigns.exempt', (named, caller) =>
    doing(caller, named, 'ask', (who) => exempt(deps, caller, who, named.reason)),
  );
  onVerb('campaigns.again', (named, caller) => doing(caller, named, 'ask', (who) => again(deps, caller, who)));
  onVerb('campaigns.paper', (named, caller) =>
    doing(caller, named, 'paper', (who) => recordPaper(deps, caller, who, named)),
  );
  onVerb('campaigns.remind', (named, caller) =>
    forHead(caller, named, (campaign) => remind(deps, caller, { act: caller.actWith(named.submission), campaign })),
  );
  onVerb('campaigns.close', (named, caller) =>
    forHead(caller, named, (campaign) => close(deps, caller, { act: caller.actWith(named.submission), campaign })),
  );
  onVerb('campaigns.file', (named, caller) =>
    forHead(caller, named, (campaign) => campaignFile(deps, caller, campaign, named.what)),
  );
  onVerb('campaigns.sample', (named, caller) =>
    inCampaign(caller, named, 'second', async (campaign) => ({
      card: (await toConfirm(deps, caller.library, campaign)).card,
      replaces: true,
      summary: headSummary,
      ...(campaign.state === 'waiting' && {
        followedBy: { card: await sampleOf(deps, caller, campaign), summary: headSummary },
      }),
    })),
  );
  onVerb('campaigns.confirm', (named, caller) =>
    inCampaign(caller, named, 'second', (campaign) => {
      const act = caller.actWith(named.submission);
      return confirm(deps, caller, { act, campaign, yes: named.answer === 'yes' });
    }),
  );
}
