import { signoffFormCard, toCloseView, toPersonFormView, type PersonForm } from '../../cards/signoffs/form.ts';
import { campaignsCard, toCampaignsView } from '../../cards/signoffs/list.ts';
import { peopleCard, toPeopleView, type PeopleShown } from '../../cards/signoffs/people.ts';
import { personCard, toPersonView } from '../../cards/signoffs/person.ts';
import { renderProgress } from '../../cards/signoffs/progress.ts';
import { isOutstanding } from '../../domain/signoffs/signatory.ts';
import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { namePeople } from '../../domain/questions/name-people.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import { isOutdated } from '../../domain/signoffs/holds.ts';
import { progressOf } from '../../domain/signoffs/progress.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import { inForce } from '../../domain/versions/policy-version.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import type { HeadDeps } from './head-deps.ts';
import { headSummary } from './head-replies.ts';

const shown = (card: AdaptiveCardJson): Pressed => ({ card, replaces: true, summary: headSummary });

export async function listCampaigns(deps: HeadDeps, { library }: Caller, page: number): Promise<Pressed> {
  const schoolId = library.school.id;
  const [campaigns, progress] = await Promise.all([
    deps.signoffs.campaigns(schoolId),
    deps.signoffs.progress(schoolId),
  ]);
  const counted = campaigns.map((campaign) => ({ campaign, progress: progress.get(campaign.id) ?? progressOf([]) }));
  return shown(campaignsCard.render(toCampaignsView(counted, page)));
}

/** How far it is; `done` says what was just done. */
export async function showCampaign(
  deps: HeadDeps,
  { library, actor, today }: Caller,
  campaign: Campaign,
  done?: string,
): Promise<Pressed> {
  const { school } = library;
  const [signatories, versions, name] = await Promise.all([
    deps.signoffs.signatories(school.id, campaign.id),
    deps.versions.versions(school.id),
    namePeople(deps.persons, library, actor.tenantId),
  ]);
  const { document, confirmed } = campaign;
  const current =
    document.kind === 'policy' ? inForce(versions).find((one) => one.policyId === document.policyId) : undefined;
  const card = renderProgress({
    campaign,
    signatories,
    groups: school.groups,
    openedBy: name(campaign.openedBy),
    confirmedBy: confirmed && name(confirmed.by),
    newer: isOutdated(campaign, versions) ? current : undefined,
    school,
    today,
    submission: deps.newSubmission(),
    done,
  });
  return shown(card);
}

export async function showPeople(
  deps: HeadDeps,
  campaign: Campaign,
  { state, page }: { state: PeopleShown; page: number },
): Promise<Pressed> {
  const signatories = await deps.signoffs.signatories(campaign.schoolId, campaign.id);
  return shown(peopleCard.render(toPeopleView({ campaign, signatories, shown: state, page })));
}

/** One person; `done` says what was just done, `problem` why nothing was. */
export async function showPerson(
  deps: HeadDeps,
  { library }: Caller,
  campaign: Campaign,
  signatory: Signatory,
  said: { done?: string; problem?: string } = {},
): Promise<Pressed> {
  const receipt = await deps.signoffs.receiptOf(campaign.schoolId, signatory.id);
  const submission = deps.newSubmission();
  const { school } = library;
  return shown(personCard.render(toPersonView({ campaign, signatory, receipt, school, submission, ...said })));
}

/** A form about one person; the same submission where something was missing. */
export function personForm(
  campaign: Campaign,
  signatory: Signatory,
  form: { form: PersonForm; submission: string; problem?: string },
): Pressed {
  return shown(signoffFormCard.render(toPersonFormView(form.form, { campaign, signatory, ...form })));
}

export async function closeForm(deps: HeadDeps, campaign: Campaign): Promise<Pressed> {
  const signatories = await deps.signoffs.signatories(campaign.schoolId, campaign.id);
  const outstanding = signatories.filter(isOutstanding).length;
  return shown(signoffFormCard.render(toCloseView({ campaign, outstanding, submission: deps.newSubmission() })));
}
