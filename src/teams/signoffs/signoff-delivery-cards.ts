import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { documentText } from '../../cards/signoffs/campaign-words.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { Signing } from '../../domain/signoffs/find-signing.ts';
import type { SignoffSubject } from '../../domain/signoffs/signoff-subject.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Message } from '../message-activity.ts';
import type { Summary } from '../messenger-summaries.ts';
import { askCardFor, receiptCardFor } from './show-signing.ts';

export type SignoffDeliveryDeps = Pick<BotDeps, 'signoffs' | 'persons' | 'shelf' | 'deliveries'>;

/**
 * The cards that ask somebody to sign, and those that take their place once that is settled, as things stand when they are
 * sent; undefined for any other delivery, and where there is nothing to ask or to change any more.
 */
export function createSignoffDeliveryCards(
  deps: SignoffDeliveryDeps,
): (delivery: Delivery, options: { secondCopy: boolean }) => Promise<Message | undefined> {
  return async ({ subject, schoolId }, { secondCopy }) => {
    if (subject.kind !== 'signoff-asked' && subject.kind !== 'signoff-settled') return undefined;
    const library = deps.shelf.find(schoolId);
    const signatory = await deps.signoffs.signatory(schoolId, subject.signatory);
    const campaign = await deps.signoffs.campaign(schoolId, subject.campaign);
    if (!library || !campaign || signatory?.campaignId !== campaign.id) return undefined;
    const signing = { campaign, signatory };
    return subject.kind === 'signoff-asked'
      ? asked(deps, library, signing, { round: subject.round, secondCopy })
      : settled(deps, library, signing, subject);
  };
}

async function asked(
  deps: SignoffDeliveryDeps,
  library: SchoolLibrary,
  signing: Signing,
  options: { round: number; secondCopy: boolean },
): Promise<Message | undefined> {
  const { campaign, signatory } = signing;
  const canAnswer = ['pending', 'query', 'unreachable'].includes(signatory.state);
  if (campaign.state !== 'open' || !canAnswer) return undefined;
  const card = await askCardFor(deps, library, signing, options);
  return { card, summary: summaryOf(signing, options) };
}

function summaryOf({ campaign }: Signing, { round, secondCopy }: { round: number; secondCopy: boolean }): Summary {
  if (secondCopy) return 'Staffroom: second copy of a message';
  if (round > 1) return 'Staffroom: still to read and sign';
  return campaign.document.kind === 'policy'
    ? 'Staffroom: please read and sign a policy'
    : 'Staffroom: please read and sign a document';
}

async function settled(
  deps: SignoffDeliveryDeps,
  library: SchoolLibrary,
  signing: Signing,
  { of }: Extract<SignoffSubject, { kind: 'signoff-settled' }>,
): Promise<Message | undefined> {
  const copy = await deps.deliveries.find(of);
  if (!copy?.message || copy.subject.kind !== 'signoff-asked') return undefined;
  const card = await settledCard(deps, library, signing, copy.subject.round);
  return { card, summary: 'Staffroom: about your signature', edits: copy.message };
}

/** What stands in the place of the card of that round. */
async function settledCard(
  deps: SignoffDeliveryDeps,
  library: SchoolLibrary,
  signing: Signing,
  round: number,
): Promise<AdaptiveCardJson> {
  const { campaign, signatory } = signing;
  const { state, asked: rounds } = signatory;
  const receipt = state === 'signed' ? await deps.signoffs.receiptOf(campaign.schoolId, signatory.id) : undefined;
  if (receipt) return receiptCardFor(deps, library, receipt);
  const what = documentText(campaign.document);
  if (state === 'exempt') return over(what, 'The head noted that you need not sign this. There is nothing to do.');
  if (state === 'left') return over(what, 'You are no longer asked to sign this. There is nothing to do.');
  if (campaign.state !== 'open') return over(what, 'This is closed, and nobody is asked to sign it any more.');
  if (round < rounds) return over(what, 'You were asked again: please use the newer card further down.');
  return askCardFor(deps, library, signing, { round });
}

function over(what: string, sentence: string): AdaptiveCardJson {
  return messageCard.render({
    title: what,
    paragraphs: [sentence, 'Write “what do I need to sign” to see what you are asked.'],
  });
}
