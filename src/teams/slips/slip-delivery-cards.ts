import { messageCard } from '../../cards/messages/message.ts';
import { isChannel, type Delivery } from '../../domain/delivery/delivery.ts';
import { seeSlip, slipSchool } from '../../domain/slips/open-slip.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Message } from '../message-activity.ts';
import type { Summary } from '../messenger-summaries.ts';
import { slipCardFor } from './show-slip.ts';

export type SlipDeliveryDeps = Pick<
  BotDeps,
  | 'slips'
  | 'persons'
  | 'absences'
  | 'deliveries'
  | 'ledger'
  | 'sealer'
  | 'shelf'
  | 'newSubmission'
  | 'newErrorId'
  | 'now'
  | 'log'
>;

const summaries: Readonly<Record<'slip-to-answer' | 'slip-told', Summary>> = {
  'slip-to-answer': 'Staffroom: a colleague tells or asks you something',
  'slip-told': 'Staffroom: about what you told or asked',
};

/**
 * The card of a slip for whoever answers it or sent it, as things stand when it is sent. Whoever may not see it by then, or
 * where the seal does not open, gets a plain card. Undefined for any other delivery, and where the school is gone.
 */
export function createSlipDeliveryCards(
  deps: SlipDeliveryDeps,
): (delivery: Delivery, options: { secondCopy: boolean }) => Promise<Message | undefined> {
  return async ({ subject, schoolId, to }, { secondCopy }) => {
    if (subject.kind !== 'slip-to-answer' && subject.kind !== 'slip-told') return undefined;
    const library = deps.shelf.find(schoolId);
    if (!library || isChannel(to)) return undefined;
    const summary = secondCopy ? 'Staffroom: second copy of a message' : summaries[subject.kind];
    const place = await slipSchool(deps, library.school, to.tenantId);
    const slip = await deps.slips.find(schoolId, subject.slip);
    const sight = await seeSlip(deps.sealer, slip, { ...place, reader: to });
    if (sight.kind === 'seen') {
      const seeing = { library, today: place.today, actor: to };
      return { card: await slipCardFor(deps, seeing, sight.seen, { occasion: 'news', secondCopy }), summary };
    }
    if (sight.kind === 'unreadable') {
      const errorId = deps.newErrorId();
      const about = { errorId, school: schoolId, reference: subject.slip, code: 'not-opened' };
      deps.log.error(about, 'a message has to do without its words');
      const later = `It is saved and nothing is lost. Please tell your ICT lead: error ${errorId}.`;
      return { card: plain(`${subject.slip} cannot be opened now`, later), summary };
    }
    return { card: plain('There is nothing for you to do', 'Somebody else answers this by now.'), summary };
  };
}

const plain = (title: string, ...paragraphs: string[]) => messageCard.render({ title, paragraphs });
