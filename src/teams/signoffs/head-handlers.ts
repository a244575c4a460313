import type { BotApp } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import { onTyped } from '../on-typed.ts';
import type { OnVerb, Pressed } from '../on-verb.ts';
import { carryOut } from './carry-out-command.ts';
import {
  composeForm,
  composeOtherForm,
  openFromToken,
  showAudience,
  showPlan,
  showPreview,
} from './compose-campaign.ts';
import { readHeadCommand } from './head-command.ts';
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

  onTyped(app, deps, {
    lines: true,
    read: (words, { today }) => readHeadCommand(words, today),
    reply: (command, caller, act) => carryOut(deps, caller, command, act),
    summary: headSummary,
  });
}
