import type { BotApp } from '../bot-deps.ts';
import { callerOf, type Caller } from '../caller.ts';
import type { OnVerb, Pressed } from '../on-verb.ts';
import { sendCard } from '../reply.ts';
import { said } from '../said.ts';
import { isPress } from '../verbs.ts';
import { carryOut } from './carry-out-command.ts';
import {
  composeForm,
  composeOtherForm,
  openFromToken,
  showAudience,
  showPlan,
  showPreview,
} from './compose-campaign.ts';
import { readHeadCommand, type HeadCommand } from './head-command.ts';
import type { HeadDeps } from './head-deps.ts';
import { turnedAway } from './head-access.ts';
import { headSummary, say } from './head-replies.ts';
import { listCampaigns } from './show-campaign.ts';
import { registerCampaignPresses } from './campaign-presses.ts';
import { fromForm, fromOtherForm } from './to-draft.ts';

/**
 * Asking for signatures, and who signed: for the head, whoever stands in for them, and delegates, in their own chat. The
 * chair may confirm a large campaign; the business manager may record what was signed on paper.
 */
export function registerHeadHandlers(app: BotApp, onVerb: OnVerb, deps: HeadDeps): void {
  const forHead = async (caller: Caller, then: () => Promise<Pressed> | Pressed): Promise<Pressed> =>
    (await turnedAway(deps, caller, 'ask')) ?? then();

  onVerb('campaigns.list', ({ page }, caller) => forHead(caller, () => listCampaigns(deps, caller, page)));
  onVerb('campaigns.compose', ({ policy }, caller) => forHead(caller, () => composeForm(caller, policy)));
  onVerb('campaigns.compose-other', (_, caller) => forHead(caller, () => composeOtherForm(caller)));
  onVerb('campaigns.plan', (form, caller) => forHead(caller, () => showPlan(deps, caller, fromForm(form))));
  onVerb('campaigns.plan-other', (form, caller) => forHead(caller, () => showPlan(deps, caller, fromOtherForm(form))));
  onVerb('campaigns.audience', (named, caller) => forHead(caller, () => showAudience(deps, caller, named)));
  onVerb('campaigns.preview', ({ draft }, caller) => forHead(caller, () => showPreview(deps, caller, draft)));
  onVerb('campaigns.previewed', () =>
    say(
      'That was only a preview',
      'Nothing was signed and nothing was sent. The button works in the cards that people get.',
    ),
  );
  onVerb('campaigns.open', ({ draft, submission }, caller) =>
    forHead(caller, () => openFromToken(deps, caller, draft, caller.actWith(submission))),
  );
  registerCampaignPresses(onVerb, deps);

  app.addRoute(
    (turn) => Promise.resolve(commandIn(turn.activity, callerOf(turn)) !== undefined),
    async (turn) => {
      const caller = callerOf(turn);
      const command = commandIn(turn.activity, caller);
      if (!caller || !command) return;
      const pressed = await carryOut(deps, caller, command, caller.actWith(`typed|${turn.activity.id ?? ''}`));
      await sendCard(turn, deps.log, pressed.card, headSummary);
    },
  );

  function commandIn(activity: Parameters<typeof said>[0], caller: Caller | undefined): HeadCommand | undefined {
    if (!caller || activity.type !== 'message' || isPress(activity)) return undefined;
    return readHeadCommand(said(activity, deps.ownAppId, { lines: true }), caller.today);
  }
}
