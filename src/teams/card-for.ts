import { atSchool } from '../cards/at-school.ts';
import { cutText } from '../cards/cut-text.ts';
import type { AdaptiveCardJson } from '../cards/define-card.ts';
import { messageCard } from '../cards/messages/message.ts';
import type { Delivery } from '../domain/delivery/delivery.ts';
import type { SchoolLibrary } from '../domain/policies/library.ts';
import { headMark } from '../domain/ledger/head-mark.ts';
import { createBroadcastDeliveryCards, type BroadcastDeliveryDeps } from './broadcasts/broadcast-delivery-cards.ts';
import { createDialogDeliveryCards } from './incidents/dialog-delivery-cards.ts';
import { createQuestionDeliveryCards, type QuestionDeliveryDeps } from './questions/question-delivery-cards.ts';
import { createReportDeliveryCards } from './reports/report-delivery-cards.ts';
import { createReviewDeliveryCards, type ReviewDeliveryDeps } from './reviews/review-delivery-cards.ts';
import { createVersionDeliveryCards } from './versions/version-delivery-cards.ts';
import type { VersionDeps } from './versions/version-deps.ts';
import type { ReportDeps } from './reports/report-deps.ts';
import { createAbsenceDeliveryCards } from './people/absence-delivery-cards.ts';
import { createPlaceDeliveryCards } from './safeguarding/place-delivery-cards.ts';
import { createSlipDeliveryCards, type SlipDeliveryDeps } from './slips/slip-delivery-cards.ts';
import { createCampaignDeliveryCards, type CampaignDeliveryDeps } from './signoffs/campaign-delivery-cards.ts';
import { createSignoffDeliveryCards, type SignoffDeliveryDeps } from './signoffs/signoff-delivery-cards.ts';
import type { Message } from './message-activity.ts';
import type { TeamsMessengerDeps } from './teams-messenger.ts';

/** Picks the card of what a delivery tells. */
export function createCardFor(
  deps: QuestionDeliveryDeps &
    ReportDeps &
    VersionDeps &
    ReviewDeliveryDeps &
    SlipDeliveryDeps &
    SignoffDeliveryDeps &
    CampaignDeliveryDeps &
    BroadcastDeliveryDeps,
): TeamsMessengerDeps['cardFor'] {
  const questionCard = createQuestionDeliveryCards(deps);
  const reportCard = createReportDeliveryCards(deps);
  const versionCard = createVersionDeliveryCards(deps);
  const reviewCard = createReviewDeliveryCards(deps);
  const slipCard = createSlipDeliveryCards(deps);
  const signoffCard = createSignoffDeliveryCards(deps);
  const campaignCard = createCampaignDeliveryCards(deps);
  const broadcastCard = createBroadcastDeliveryCards(deps);
  const dialogCard = createDialogDeliveryCards(deps);
  const placeCard = createPlaceDeliveryCards(deps);
  const absenceCard = createAbsenceDeliveryCards(deps);
  const cardOf: TeamsMessengerDeps['cardFor'] = async (delivery, options) =>
    checkpointMessage(delivery) ??
    (await questionCard(delivery, options)) ??
    (await versionCard(delivery)) ??
    (await reviewCard(delivery)) ??
    (await slipCard(delivery, options)) ??
    (await signoffCard(delivery, options)) ??
    (await campaignCard(delivery, options)) ??
    (await broadcastCard(delivery, options)) ??
    (await dialogCard(delivery, options)) ??
    (await placeCard(delivery)) ??
    (await absenceCard(delivery)) ??
    reportCard(delivery, options);
  return async (delivery, options) => {
    const message = await cardOf(delivery, options);
    return message && { ...message, card: inItsSchool(deps.shelf.schools(), delivery, message.card) };
  };
}

/** Where several schools are served, what comes unasked belongs to one of them, and says which. */
function inItsSchool(
  schools: readonly SchoolLibrary[],
  { schoolId }: Delivery,
  card: AdaptiveCardJson,
): AdaptiveCardJson {
  const school = schools.length > 1 && schools.find((one) => one.school.id === schoolId)?.school;
  return school ? atSchool(card, schoolId, `From ${cutText(school.name, 120)}`) : card;
}

/** The hash of a checkpoint, for somebody who keeps it outside of the server. */
function checkpointMessage({ subject }: Delivery): Message | undefined {
  if (subject.kind !== 'checkpoint') return undefined;
  const { chain, seq, hash } = subject;
  const card = messageCard.render({
    title: 'A record for you to keep',
    paragraphs: [
      `The ledger of ${chain} stands at entry ${seq}. Its mark is ${headMark(hash)}.`,
      'There is nothing to do. If anybody ever doubts that ledger, this message shows what it held today.',
      `In full: ${hash}`,
    ],
  });
  return { card, summary: 'Staffroom: a record for you to keep' };
}
