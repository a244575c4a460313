import { reviewCard, toReviewView } from '../../cards/incidents/review.ts';
import { stepCard, toStepView, type StepInput } from '../../cards/incidents/step.ts';
import { toPromptView } from '../../cards/incidents/prompt.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { helpersFor, helpKey } from '../../domain/incidents/call-for-help.ts';
import { noteOnDraft } from '../../domain/incidents/change-draft.ts';
import { readPlace } from '../../domain/incidents/dialog-place.ts';
import { schoolNow } from '../../domain/incidents/dialog-desk.ts';
import { guidanceFor } from '../../domain/incidents/guidance-for.ts';
import type { OpenDraft } from '../../domain/incidents/open-draft.ts';
import { routeDraft } from '../../domain/incidents/route-draft.ts';
import { staffChoices } from '../../domain/incidents/staff-choices.ts';
import { stepNamed, stepsFor, type AskedStep } from '../../domain/incidents/steps-for.ts';
import type { MessagePlace } from '../../domain/incidents/incident-draft.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import type { IncidentDeps } from './incident-deps.ts';
import { summary } from './small-cards.ts';

/** What is said above the question. */
export interface Said {
  readonly notice?: string | undefined;
  readonly problems?: readonly string[] | undefined;
}

/** What a reader of the draft who had an older card is told. */
export const overtaken = 'This was answered already, here or on another device. This is where the report stands.';

/** What somebody is told who would delete answers that they did not see. */
export const answeredSince =
  'More was answered since that card was shown, so nothing was deleted. This is where the report stands.';

/** Shows the draft where it stands: the question, or the read-back; for somebody who answers by writing, in words. */
export async function showDraft(
  deps: IncidentDeps,
  caller: Caller,
  open: OpenDraft,
  { notice, problems }: Said = {},
): Promise<Pressed> {
  const { draft, answers } = open;
  const { field, editing } = readPlace(answers.at);
  const { input, steps } = await toInput(deps, caller, open);
  const name = { schoolId: draft.schoolId, id: draft.id, reporter: caller.actor };
  const onPlaced = (card: MessagePlace) => noteOnDraft(deps, name, { card });
  const said = { ...input, editing, notice, problems };
  const shown = { replaces: true, summary };
  if (input.step.id === 'review') {
    return { ...shown, card: reviewCard.render(toReviewView({ ...said, steps, typing: draft.typing })), onPlaced };
  }
  // A question in words holds nothing of the report: it need not be remembered.
  if (draft.typing) return { ...shown, card: messageCard.render(toPromptView({ ...said, field })) };
  return { ...shown, card: stepCard.render(toStepView(said)), onPlaced };
}

async function toInput(
  deps: IncidentDeps,
  { actor, library }: Caller,
  { draft, answers }: OpenDraft,
): Promise<{ input: StepInput; steps: AskedStep[] }> {
  const now = await schoolNow(deps, library.school, actor.tenantId);
  const { school, today, members, keyOf } = now;
  const steps = stepsFor(answers, school);
  const step = stepNamed(steps, readPlace(answers.at).step);
  const helpers = helpersFor(answers, now, actor);
  const calls = await Promise.all(
    helpers.flatMap(({ key }) => (key ? [deps.deliveries.find(helpKey(draft, key))] : [])),
  );
  const route = answers.about.length > 0 ? routeDraft(answers, now, { reporter: actor, library }) : undefined;
  const finder = deps.finderFor(library, today);
  const input = {
    school,
    today,
    draftId: draft.id,
    answers,
    step,
    staff: staffChoices(school, members, { keyOf, draftId: draft.id }),
    danger: {
      shown: step.id === 'danger' || answers.danger === 'yes',
      helpers,
      called: calls.some((call) => call !== undefined),
    },
    route,
    clause: guidanceFor(step, answers, { route, library, finder, today }),
    editing: false,
  };
  return { input, steps };
}
