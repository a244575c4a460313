import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { audienceCard, toAudienceView } from '../../cards/broadcasts/audience.ts';
import { composeCard, toComposeView } from '../../cards/broadcasts/compose.ts';
import { renderPlan } from '../../cards/broadcasts/plan.ts';
import type { BroadcastDraft, BroadcastProblem } from '../../domain/broadcasts/broadcast-draft.ts';
import type { BroadcastAudience } from '../../domain/broadcasts/broadcast.ts';
import { planBroadcast, type BroadcastPlan } from '../../domain/broadcasts/plan-broadcast.ts';
import { planTogether } from '../../domain/broadcasts/send-together.ts';
import { readNames } from '../../domain/broadcasts/read-names.ts';
import { quotablePolicies } from '../../domain/policies/library.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { deskOf, requestOf, type BroadcastDeps } from './broadcast-deps.ts';
import { notThere, notYours, say, senderSummary } from './broadcast-replies.ts';
import { otherSchoolsOf, requestsFor } from './other-schools.ts';
import { sealedBroadcast } from './sealed-broadcast.ts';
import { readAbout } from './message-card-for.ts';
import { previewOf } from './preview-broadcast.ts';

const shown = (card: AdaptiveCardJson): Pressed => ({ card, replaces: true, summary: senderSummary });

/** The form, with what was composed before and what is wrong with it. */
export async function composeForm(
  deps: BroadcastDeps,
  caller: Caller,
  { draft, problems }: { draft?: Partial<BroadcastDraft>; problems?: readonly BroadcastProblem[] } = {},
): Promise<Pressed> {
  const { library, today } = caller;
  const campaigns = (await deps.signoffs.campaigns(library.school.id))
    .filter(({ state }) => state === 'open')
    .toReversed();
  const policies = quotablePolicies(library, today).map(({ cover }) => ({ id: cover.id, title: cover.title }));
  const { groups } = library.school;
  const schools = (await otherSchoolsOf(deps, caller)).map((one) => one.library.school);
  return shown(composeCard.render(toComposeView({ policies, groups, schools, campaigns, draft, problems })));
}

/** The form again, with what the dry run showed. */
export async function recompose(deps: BroadcastDeps, caller: Caller, token: string): Promise<Pressed> {
  const packed = await sealedBroadcast.fromToken(deps.sealer, caller, token);
  return packed ? composeForm(deps, caller, { draft: packed.draft }) : tooOld();
}

/** The dry run of what was composed; the form again where something is missing or wrong. */
export async function showPlan(deps: BroadcastDeps, caller: Caller, draft: BroadcastDraft): Promise<Pressed> {
  const plan = await planOf(deps, caller, draft);
  return plan.kind === 'plan' ? planned(deps, caller, { plan, draft }) : turnedDown(plan);
}

/** What opening it would do, in all the schools that it is for; `not-there` where one of them is not the caller’s to send in. */
async function planOf(deps: BroadcastDeps, caller: Caller, draft: BroadcastDraft) {
  const found = await requestsFor(deps, caller, draft);
  if (found.kind === 'not-there') return found;
  const [own, second, ...more] = found.requests;
  if (!second) return planBroadcast(deskOf(deps), { ...own, draft });
  return planTogether(deskOf(deps), [own, second, ...more], { draft });
}

function turnedDown(
  why: { readonly kind: 'not-yours' } | { readonly kind: 'not-there'; readonly possible: readonly string[] },
): Pressed {
  return why.kind === 'not-there' ? notThere(why.possible) : notYours();
}

/** Problems that no other words mend: then the dry run itself is shown. */
const ofAudience: readonly BroadcastProblem[] = ['nobody', 'no-second', 'day-full', 'not-delegated', 'elsewhere'];

export async function planned(
  deps: BroadcastDeps,
  caller: Caller,
  { plan, draft, notice }: { plan: BroadcastPlan; draft: BroadcastDraft; notice?: string },
): Promise<Pressed> {
  const mendable = plan.problems.filter((problem) => !ofAudience.includes(problem));
  if (mendable.length > 0) return composeForm(deps, caller, { draft, problems: mendable });
  const sealed = await sealedBroadcast.toToken(deps.sealer, caller, { draft, seen: plan.fingerprint });
  if (sealed === undefined) return composeForm(deps, caller, { draft, problems: ['too-long'] });
  const { library } = caller;
  const about = await readAbout(deps, library, draft);
  const atOnce = plan.sendAt <= deps.now().toISOString();
  const submission = deps.newSubmission();
  return shown(renderPlan({ plan, draft, about, sealed, submission, school: library.school, atOnce, notice }));
}

/** A page of all names of a dry run. */
export async function showAudience(
  deps: BroadcastDeps,
  caller: Caller,
  { groups, campaign, page }: { groups: readonly string[]; campaign: string; page: number },
): Promise<Pressed> {
  const audience: BroadcastAudience =
    campaign !== ''
      ? { kind: 'unsigned', campaignId: campaign }
      : groups.length > 0
        ? { kind: 'groups', groups }
        : { kind: 'everybody' };
  const names = await readNames(deps, { ...requestOf(caller), audience });
  if (names.kind !== 'names') return notYours();
  const view = toAudienceView({ names, audience, groups: caller.library.school.groups, page });
  // The dry run stays, for it is sent there: its names come below it, and only their pages replace each other.
  return { ...shown(audienceCard.render(view)), replaces: page > 0 };
}

/** The card as people will get it, below the dry run. */
export async function showPreview(deps: BroadcastDeps, caller: Caller, token: string): Promise<Pressed> {
  const packed = await sealedBroadcast.fromToken(deps.sealer, caller, token);
  if (!packed) return tooOld();
  const { plan, preview } = await previewDraft(deps, caller, packed.draft);
  return preview ? { ...plan, followedBy: { card: preview, summary: senderSummary } } : plan;
}

/** The same of what was typed: the card alone; where it cannot be sent, why. */
export async function showTypedPreview(deps: BroadcastDeps, caller: Caller, draft: BroadcastDraft): Promise<Pressed> {
  const { plan, preview } = await previewDraft(deps, caller, draft);
  return preview ? shown(preview) : plan;
}

async function previewDraft(
  deps: BroadcastDeps,
  caller: Caller,
  draft: BroadcastDraft,
): Promise<{ plan: Pressed; preview?: AdaptiveCardJson }> {
  const plan = await planOf(deps, caller, draft);
  if (plan.kind !== 'plan') return { plan: turnedDown(plan) };
  const shownPlan = await planned(deps, caller, { plan, draft });
  return plan.problems.length > 0
    ? { plan: shownPlan }
    : { plan: shownPlan, preview: await previewOf(deps, caller, plan, draft) };
}

export const tooOld = () =>
  say(
    'This form is too old',
    'What stood in it cannot be read any more. Nothing was sent.',
    'Write “broadcast” to begin again.',
  );
