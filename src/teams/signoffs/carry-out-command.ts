import { listedNames } from '../../cards/listed-names.ts';
import type { Act } from '../../domain/delivery/act.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { campaignFile } from './campaign-file.ts';
import { close, confirm, remind } from './change-campaign.ts';
import { again, exempt, extend, recordPaper } from './change-person.ts';
import { composeForm, openDraft, showTypedPreview, showPlan } from './compose-campaign.ts';
import { findCampaign, findSignatories } from './find-campaign.ts';
import { turnedAway, type HeadRight } from './head-access.ts';
import type { HeadCommand } from './head-command.ts';
import type { HeadDeps } from './head-deps.ts';
import { noCampaign, noSignatory, say } from './head-replies.ts';
import { listCampaigns, showCampaign, showPeople, showPerson } from './show-campaign.ts';
import { fromTyped } from './to-draft.ts';

/** Does what somebody typed, where they may. */
export async function carryOut(deps: HeadDeps, caller: Caller, command: HeadCommand, act: Act): Promise<Pressed> {
  const refused = await turnedAway(deps, caller, rightFor(command));
  if (refused) return refused;
  switch (command.kind) {
    case 'list':
      return listCampaigns(deps, caller, 0);
    case 'compose':
      return composeForm(caller, '');
    case 'plan':
      return showPlan(deps, caller, fromTyped(caller.library, command.composed));
    case 'preview':
      return showTypedPreview(deps, caller, fromTyped(caller.library, command.composed));
    case 'open':
      return openDraft(deps, caller, fromTyped(caller.library, command.composed), { act });
    default: {
      const campaign = await findCampaign(deps, caller, command.campaign);
      return campaign ? inCampaign(deps, caller, { command, campaign, act }) : noCampaign();
    }
  }
}

function rightFor({ kind }: HeadCommand): HeadRight {
  if (kind === 'confirm') return 'second';
  return kind === 'paper' ? 'paper' : 'ask';
}

type OfCampaign = Extract<HeadCommand, { readonly campaign: string }>;

async function inCampaign(
  deps: HeadDeps,
  caller: Caller,
  { command, campaign, act }: { command: OfCampaign; campaign: Campaign; act: Act },
): Promise<Pressed> {
  switch (command.kind) {
    case 'show':
      return showCampaign(deps, caller, campaign);
    case 'file':
      return campaignFile(deps, caller, campaign, command.what);
    case 'people':
      return showPeople(deps, campaign, { state: 'outstanding', page: 0 });
    case 'remind':
      return remind(deps, caller, { act, campaign });
    case 'close':
      return close(deps, caller, { act, campaign });
    case 'confirm':
      return confirm(deps, caller, { act, campaign, yes: command.yes });
    default:
      return forPerson(deps, caller, { command, campaign, act });
  }
}

type OfPerson = Extract<OfCampaign, { readonly name: string }>;

async function forPerson(
  deps: HeadDeps,
  caller: Caller,
  { command, campaign, act }: { command: OfPerson; campaign: Campaign; act: Act },
): Promise<Pressed> {
  const [signatory, ...others] = await findSignatories(deps, campaign, command.name);
  if (!signatory) return noSignatory();
  if (others.length > 0)
    return say(
      'More than one person is called so',
      `${listedNames([signatory, ...others].map(({ name }) => name))}. Nothing was changed.`,
      'Please write the whole name, or choose the person under “People” of the sign-off.',
    );
  const who = { act, campaign, signatory, submission: deps.newSubmission() };
  switch (command.kind) {
    case 'person':
      return showPerson(deps, caller, campaign, signatory);
    case 'again':
      return again(deps, caller, who);
    case 'extend':
      return extend(deps, caller, who, command);
    case 'exempt':
      return exempt(deps, caller, who, command.reason);
    case 'paper':
      return recordPaper(deps, caller, who, command);
  }
}
