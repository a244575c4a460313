import { asSubject } from '../../cards/as-subject.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { documentText, standingText } from '../../cards/signoffs/campaign-words.ts';
import { renderConfirm } from '../../cards/signoffs/confirm.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { namePeople } from '../../domain/questions/name-people.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { CampaignTold } from '../../domain/signoffs/signoff-subject.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Message } from '../message-activity.ts';

export type CampaignDeliveryDeps = Pick<BotDeps, 'signoffs' | 'persons' | 'shelf' | 'newSubmission'>;

/**
 * The card that asks a second person, and what whoever opened a campaign learns of it, as things stand when they are sent;
 * undefined for any other delivery, and where the school or the campaign is gone.
 */
export function createCampaignDeliveryCards(
  deps: CampaignDeliveryDeps,
): (delivery: Delivery, options: { secondCopy: boolean }) => Promise<Message | undefined> {
  return async ({ subject, schoolId, to }, { secondCopy }) => {
    if (subject.kind !== 'campaign-confirm' && subject.kind !== 'campaign-told') return undefined;
    const library = deps.shelf.find(schoolId);
    const campaign = await deps.signoffs.campaign(schoolId, subject.campaign);
    if (!library || !campaign) return undefined;
    if (subject.kind === 'campaign-confirm') return toConfirm(deps, library, campaign, secondCopy);
    const name = await namePeople(deps.persons, library, to.tenantId);
    const by = campaign.confirmed?.by ?? campaign.closed?.by;
    return told(campaign, subject.what, by && name(by));
  };
}

/** The question to the second person; once it does not wait any more, that there is nothing to do. */
export async function toConfirm(
  deps: Omit<CampaignDeliveryDeps, 'shelf'>,
  library: SchoolLibrary,
  campaign: Campaign,
  secondCopy = false,
): Promise<Message> {
  if (campaign.state !== 'waiting') {
    const paragraphs = [
      standingText(campaign),
      'A second person was needed, and that is settled: nothing is left to do.',
    ];
    return { card: messageCard.render({ title: documentText(campaign.document), paragraphs }), summary: waiting };
  }
  const { openedBy, schoolId, id } = campaign;
  const name = await namePeople(deps.persons, library, openedBy.tenantId);
  const card = renderConfirm({
    campaign,
    signatories: await deps.signoffs.signatories(schoolId, id),
    groups: library.school.groups,
    openedBy: name(openedBy),
    submission: deps.newSubmission(),
    secondCopy,
  });
  const summary = secondCopy ? 'Staffroom: second copy of a message' : waiting;
  return { card, summary };
}

const waiting = 'Staffroom: a sign-off waits for your yes';

function told(campaign: Campaign, what: CampaignTold, by: string | undefined): Message {
  const who = by ? asSubject(by) : 'The second person';
  const paragraphs =
    what === 'confirmed'
      ? [`${who} said yes. Everybody gets a card in their own chat with Staffroom.`]
      : [`${who} said no, so nobody was asked. Please speak to them; you can ask anew.`];
  const card = messageCard.render({
    title: documentText(campaign.document),
    paragraphs: [...paragraphs, `Write “progress of ${campaign.id}” to see how it stands.`],
  });
  return { card, summary: 'Staffroom: about a sign-off of yours' };
}
