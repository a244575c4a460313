import { audienceCard, toAudienceView } from '../../cards/signoffs/audience.ts';
import { composeCard, composeOtherCard, toComposeOtherView, toComposeView } from '../../cards/signoffs/compose.ts';
import { renderPlan } from '../../cards/signoffs/plan.ts';
import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import type { CampaignDraft, CampaignProblem } from '../../domain/signoffs/campaign-draft.ts';
import { openCampaign } from '../../domain/signoffs/open-campaign.ts';
import { signablePolicies } from '../../domain/signoffs/signable-policies.ts';
import { planCampaign, type CampaignPlan } from '../../domain/signoffs/plan-campaign.ts';
import type { Act } from '../../domain/delivery/act.ts';
import { moveDay, openDayAfter } from '../../domain/people/school-days.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { sealedCampaign } from './sealed-campaign.ts';
import { deskOf, type HeadDeps } from './head-deps.ts';
import { headSummary, notYours, overtaken, say } from './head-replies.ts';
import { previewOf } from './preview-campaign.ts';
import { showCampaign } from './show-campaign.ts';

const shown = (card: AdaptiveCardJson): Pressed => ({ card, replaces: true, summary: headSummary });
/** Proposed as the day to sign by: after so many days, or the next on which there is school. */
const usualDays = 14;

/** What the form is shown again with: what was typed, and what is wrong with it. */
interface Again {
  readonly draft?: CampaignDraft | undefined;
  readonly problems?: readonly CampaignProblem[] | undefined;
}

/** The form for a policy; `policy` is proposed. Where no policy can be signed, the form for something else. */
export function composeForm(caller: Caller, policy: string, { draft, problems }: Again = {}): Pressed {
  const policies = signablePolicies(caller.library, caller.today).map(({ cover }) => cover);
  if (policies.length === 0) return composeOtherForm(caller, { draft, problems });
  return shown(composeCard.render(toComposeView({ ...formInput(caller, { draft, problems }), policies, policy })));
}

export function composeOtherForm(caller: Caller, again: Again = {}): Pressed {
  return shown(composeOtherCard.render(toComposeOtherView(formInput(caller, again))));
}

function formInput({ library, today }: Caller, { draft, problems }: Again) {
  const { school } = library;
  const usual = openDayAfter(school, moveDay(today, usualDays - 1), 1);
  return { groups: school.groups, dueOn: draft?.dueOn || usual, problems, typed: draft };
}

/** The dry run of what was composed; the form again where something is missing or wrong. */
export async function showPlan(deps: HeadDeps, caller: Caller, draft: CampaignDraft): Promise<Pressed> {
  const { actor, person, library, today } = caller;
  const plan = await planCampaign(deskOf(deps), { actor, person, library, today, draft });
  return plan.kind === 'plan' ? planned(deps, caller, { plan, draft }) : notYours();
}

/** Problems that no other words or days mend: then the dry run itself is shown. */
const ofAudience: readonly CampaignProblem[] = ['nobody', 'no-second', 'no-declaration', 'not-in-force'];

async function planned(
  deps: HeadDeps,
  caller: Caller,
  { plan, draft, notice }: { plan: CampaignPlan; draft: CampaignDraft; notice?: string },
): Promise<Pressed> {
  const mendable = plan.problems.filter((problem) => !ofAudience.includes(problem));
  if (mendable.length > 0) return formAgain(caller, draft, mendable);
  const sealed = await sealedCampaign.toToken(deps.sealer, caller, { draft, seen: plan.fingerprint });
  if (sealed === undefined) return formAgain(caller, draft, ['too-long']);
  const { school } = caller.library;
  const byTyping =
    plan.problems.length > 0 ? '' : ' To open it by typing, write the same line again with “open it:” before it.';
  const footer = `Nothing was sent yet.${byTyping}`;
  return shown(renderPlan({ plan, draft, sealed, submission: deps.newSubmission(), school, notice, footer }));
}

function formAgain(caller: Caller, draft: CampaignDraft, problems: readonly CampaignProblem[]): Pressed {
  const { document } = draft;
  if (document.kind === 'other') return composeOtherForm(caller, { draft, problems });
  return composeForm(caller, document.policyId, { draft, problems });
}

/** Stands for what is no policy where only the people count. */
const anything = { kind: 'other', title: '-', edition: '-', link: '', text: '-', statements: ['-'] } as const;

/** A page of all names of a dry run. Without a policy: of something else, which is for all staff. */
export async function showAudience(
  deps: HeadDeps,
  caller: Caller,
  { policy, groups, page }: { policy: string; groups: readonly string[]; page: number },
): Promise<Pressed> {
  const { actor, person, library, today } = caller;
  const document = policy === '' ? anything : ({ kind: 'policy', policyId: policy } as const);
  const draft = { document, groups, why: '', dueOn: '' };
  const plan = await planCampaign(deskOf(deps), { actor, person, library, today, draft });
  if (plan.kind !== 'plan') return notYours();
  // The dry run stays, for it is opened there: its names come below it, and only their pages replace each other.
  return { ...shown(audienceCard.render(toAudienceView({ plan, policy, groups, page }))), replaces: page > 0 };
}

/** The card as staff will get it, below the dry run. */
export async function showPreview(deps: HeadDeps, caller: Caller, token: string): Promise<Pressed> {
  const packed = await sealedCampaign.fromToken(deps.sealer, caller, token);
  if (!packed) return tooOld();
  const { plan, preview } = await previewDraft(deps, caller, packed.draft);
  return preview ? { ...plan, followedBy: { card: preview, summary: headSummary } } : plan;
}

/** The same of what was typed: the card alone; where it cannot be opened, why. */
export async function showTypedPreview(deps: HeadDeps, caller: Caller, draft: CampaignDraft): Promise<Pressed> {
  const { plan, preview } = await previewDraft(deps, caller, draft);
  return preview ? shown(preview) : plan;
}

async function previewDraft(
  deps: HeadDeps,
  caller: Caller,
  draft: CampaignDraft,
): Promise<{ plan: Pressed; preview?: AdaptiveCardJson | undefined }> {
  const { actor, person, library, today } = caller;
  const plan = await planCampaign(deskOf(deps), { actor, person, library, today, draft });
  if (plan.kind !== 'plan') return { plan: notYours() };
  const preview = plan.problems.length > 0 ? undefined : await previewOf(deps, caller, plan, draft);
  return { plan: await planned(deps, caller, { plan, draft }), preview };
}

/** Opens what the dry run showed; where other people would be asked by now, shows it anew. */
export async function openFromToken(deps: HeadDeps, caller: Caller, token: string, act: Act): Promise<Pressed> {
  const packed = await sealedCampaign.fromToken(deps.sealer, caller, token);
  return packed ? openDraft(deps, caller, packed.draft, { act, seen: packed.seen }) : tooOld();
}

export async function openDraft(
  deps: HeadDeps,
  caller: Caller,
  draft: CampaignDraft,
  { act, seen }: { act: Act; seen?: string },
): Promise<Pressed> {
  const { actor, person, library, today } = caller;
  const outcome = await openCampaign(deskOf(deps), { act, actor, person, library, today, draft, seen });
  switch (outcome.kind) {
    case 'opened': {
      const { campaign } = outcome;
      deps.onOwed();
      deps.log.info(
        { school: library.school.id, reference: campaign.id, kind: campaign.state },
        'signatures are asked for',
      );
      const done =
        campaign.state === 'waiting'
          ? 'A second person was asked to say yes. Nobody else hears of it before.'
          : 'It is open. Everybody gets a card in their own chat with Staffroom.';
      return showCampaign(deps, caller, campaign, done);
    }
    case 'incomplete':
      return planned(deps, caller, { plan: outcome.plan, draft });
    case 'changed': {
      const notice = 'Other people would be asked by now, or other words. Nobody was asked yet: please look again.';
      return planned(deps, caller, { plan: outcome.plan, draft, notice });
    }
    case 'not-yours':
      return notYours();
    case 'overtaken':
      return overtaken();
  }
}

const tooOld = () =>
  say(
    'This form is too old',
    'What stood in it cannot be read any more. Nobody was asked.',
    'Write “ask for signatures” to begin again.',
  );
