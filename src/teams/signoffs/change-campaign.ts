import { peopleText } from '../../cards/signoffs/campaign-words.ts';
import { instantText } from '../../cards/instant-text.ts';
import type { Act } from '../../domain/delivery/act.ts';
import { schoolDay } from '../../domain/people/school-day.ts';
import { chaseOutstanding } from '../../domain/signoffs/chase.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import { closeCampaign } from '../../domain/signoffs/close-campaign.ts';
import { confirmCampaign } from '../../domain/signoffs/confirm-campaign.ts';
import { standingText, documentText } from '../../cards/signoffs/campaign-words.ts';
import { mayAsk } from '../../domain/signoffs/may-ask.ts';
import { readWithAbsences } from '../../domain/people/with-absences.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { deskOf, type HeadDeps } from './head-deps.ts';
import { overtaken, refused, say } from './head-replies.ts';
import { showCampaign } from './show-campaign.ts';

/** What stands on the card, or was typed in its place. */
export interface CampaignAct {
  readonly act: Act;
  readonly campaign: Campaign;
}

/** Reminds those who are outstanding, and shows how many that are. */
export async function remind(deps: HeadDeps, caller: Caller, { act, campaign }: CampaignAct): Promise<Pressed> {
  const { actor, person, library, today } = caller;
  const request = { act, actor, person, library, today, campaignId: campaign.id };
  const outcome = await chaseOutstanding(deskOf(deps), request);
  if (outcome.kind !== 'chased') return refused(outcome);
  const { chased, at } = outcome;
  deps.onOwed();
  deps.log.info({ school: library.school.id, reference: campaign.id, count: chased.length }, 'people are reminded');
  if (chased.length === 0)
    return showCampaign(
      deps,
      caller,
      campaign,
      'Nobody was reminded. Those who have not signed were asked today already, or Teams cannot reach them.',
    );
  const { school } = library;
  const soon = schoolDay(new Date(at), school) === today && new Date(at).getTime() <= deps.now().getTime();
  const when = soon ? 'now' : `on ${instantText(at, school)}`;
  const are = chased.length === 1 ? 'is' : 'are';
  return showCampaign(deps, caller, campaign, `${peopleText(chased.length)} ${are} reminded ${when}, and nobody else.`);
}

export async function close(deps: HeadDeps, caller: Caller, { act, campaign }: CampaignAct): Promise<Pressed> {
  const { actor, person, library, today } = caller;
  const outcome = await closeCampaign(deskOf(deps), { act, actor, person, library, today, campaignId: campaign.id });
  if (outcome.kind !== 'closed') return refused(outcome);
  deps.onOwed();
  deps.log.info({ school: library.school.id, reference: campaign.id }, 'a sign-off was closed');
  return showCampaign(
    deps,
    caller,
    outcome.campaign,
    'It is closed. Signatures are kept, and nobody can sign any more.',
  );
}

/** The second person's yes or no. Whoever may not see who signed is told in a sentence instead. */
export async function confirm(
  deps: HeadDeps,
  caller: Caller,
  { act, campaign, yes }: CampaignAct & { yes: boolean },
): Promise<Pressed> {
  const { actor, person, library, today } = caller;
  const request = { act, actor, person, library, today, campaignId: campaign.id, yes };
  const outcome = await confirmCampaign(deskOf(deps), request);
  switch (outcome.kind) {
    case 'confirmed':
    case 'not-confirmed':
    case 'settled': {
      deps.onOwed();
      deps.log.info(
        { school: library.school.id, reference: campaign.id, kind: outcome.kind },
        'a second person decided',
      );
      const done = {
        confirmed: `You said yes: ${peopleText(outcome.count)} get a card in their own chat.`,
        'not-confirmed': 'You said no: nobody was asked. Whoever opened it is told.',
        settled: 'It does not wait any more. Nothing was changed by you.',
      }[outcome.kind];
      const school = await readWithAbsences(deps.absences, library.school, today);
      if (mayAsk(school, person, today)) return showCampaign(deps, caller, outcome.campaign, done);
      const { document } = outcome.campaign;
      return { ...say(documentText(document), done, standingText(outcome.campaign)), replaces: true };
    }
    case 'own':
      return say(
        'Somebody else has to say yes',
        'You opened this sign-off yourself, so you cannot be the second person. Nobody was asked yet.',
      );
    case 'overtaken':
      return overtaken();
    default:
      return refused(outcome);
  }
}
