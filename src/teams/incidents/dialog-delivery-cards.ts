import { chooseCard, toChooseView, type ChooseButton } from '../../cards/incidents/choose.ts';
import { receiptCard, toReceiptView } from '../../cards/incidents/receipt.ts';
import { instantText } from '../../cards/instant-text.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { cutText } from '../../cards/cut-text.ts';
import { isChannel, type Delivery } from '../../domain/delivery/delivery.ts';
import { askPlan } from '../../domain/incidents/draft-asks.ts';
import type { IncidentDraft } from '../../domain/incidents/incident-draft.ts';
import type { IncidentSubject } from '../../domain/incidents/incident-subject.ts';
import { openDraft } from '../../domain/incidents/open-draft.ts';
import { openReport } from '../../domain/incidents/open-report.ts';
import { reportOf } from '../../domain/incidents/submit-incident.ts';
import type { School } from '../../domain/people/school.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { namePeople } from '../../domain/questions/name-people.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Message } from '../message-activity.ts';

export type DialogDeliveryDeps = Pick<BotDeps, 'incidents' | 'deliveries' | 'persons' | 'sealer' | 'shelf' | 'now'>;

type Of<Kind extends IncidentSubject['kind']> = Extract<IncidentSubject, { kind: Kind }>;

/**
 * Makes the cards of what is owed because of a draft, as it stands at that moment: undefined for any other delivery, and
 * for what is no longer so. Rejects when the store fails.
 */
export function createDialogDeliveryCards(
  deps: DialogDeliveryDeps,
): (delivery: Delivery, options: { secondCopy: boolean }) => Promise<Message | undefined> {
  return async (delivery, { secondCopy }) => {
    const { subject, schoolId } = delivery;
    const library = deps.shelf.find(schoolId);
    if (!library) return undefined;
    switch (subject.kind) {
      case 'danger-now':
        return needed(deps, library, { delivery, subject, secondCopy });
      case 'file-turned-away':
        return fileSent(deps, library, { delivery, subject });
      case 'draft-asks':
        return asks(deps, library.school, subject);
      case 'draft-ended':
        return ended(deps, library, subject);
      case 'incident-told':
        return toldByReceipt(deps, library, subject);
      default:
        return undefined;
    }
  };
}

/** Who needs whom, and not a word of why: nothing was written down yet. */
async function needed(
  { incidents, persons }: DialogDeliveryDeps,
  library: SchoolLibrary,
  { delivery, subject, secondCopy }: { delivery: Delivery; subject: Of<'danger-now'>; secondCopy: boolean },
): Promise<Message | undefined> {
  const draft = await incidents.findDraft(library.school.id, subject.draft);
  if (!draft || isChannel(delivery.to)) return undefined;
  const name = (await namePeople(persons, library, draft.reporter.tenantId))(draft.reporter);
  const at = instantText(delivery.createdAt, library.school);
  const card = messageCard.render({
    title: `${secondCopy ? 'Second copy of: ' : ''}${cutText(name, 300)} needs you now`,
    paragraphs: [
      `Somebody may be in danger. They pressed for you on ${at}. Find them or phone them now; the other safeguarding leads were called too.`,
      'If you cannot go, send somebody who can. In danger: 999.',
      'They were asked to write nothing first, so there is nothing to read.',
    ],
  });
  return { card, summary: secondCopy ? 'Staffroom: second copy of a message' : 'Staffroom: a colleague needs you now' };
}

/** Says nothing of a report: whether there is one is for its recipients to learn from the report. */
async function fileSent(
  { persons }: DialogDeliveryDeps,
  library: SchoolLibrary,
  { delivery, subject }: { delivery: Delivery; subject: Of<'file-turned-away'> },
): Promise<Message | undefined> {
  const { to, createdAt } = delivery;
  if (isChannel(to)) return undefined;
  const name = (await namePeople(persons, library, to.tenantId))({ tenantId: to.tenantId, objectId: subject.from });
  const card = messageCard.render({
    title: 'A file was sent to Staffroom and not opened',
    paragraphs: [
      `${cutText(name, 300)} sent a file or picture in their chat with Staffroom on ${instantText(createdAt, library.school)}. Nobody opened, copied or passed it on; it is still in their chat.`,
      'Please speak to them in person. It may be an image that nobody may look at. Do not ask them to show, forward or delete it. First get advice from the police or children’s social care.',
    ],
  });
  return { card, summary: 'Staffroom: something for you to look into' };
}

/** "Send, go on or delete?" */
async function asks(
  deps: DialogDeliveryDeps,
  school: School,
  { draft: id, round }: Of<'draft-asks'>,
): Promise<Message | undefined> {
  const draft = await deps.incidents.findDraft(school.id, id);
  if (draft?.state !== 'open' || draft.asked !== round) return undefined;
  const found = await openDraft(deps, draft);
  const canSend = found.kind === 'open' && found.answers.about.length > 0;
  const goes = new Date(Math.max(Date.parse(draft.touchedAt) + askPlan.purgeMs, Date.parse(draft.nextAskAt)));
  const turn = found.kind === 'open' ? { turn: String(found.answers.turn) } : undefined;
  const button = (title: string, verb: string, more?: ChooseButton['data']): ChooseButton => ({
    title,
    verb,
    data: { draft: id, ...more },
  });
  const buttons = [
    button('Go on', 'incidents.open'),
    ...(canSend ? [button('Send what I have', 'incidents.send')] : []),
    button('Delete it', 'incidents.cancel', turn),
  ];
  const view = toChooseView(
    'You have a report that was not sent',
    [
      `${id}, last answer on ${instantText(draft.touchedAt, school)}. Nobody has it but you.`,
      `Send it, go on with it or delete it. It is deleted on ${instantText(goes.toISOString(), school)} if you do nothing.`,
      `You can also write “go on ${id}”, ${canSend ? `“send ${id}” ` : ''}or “delete report ${id}”.`,
    ],
    buttons,
  );
  return { card: chooseCard.render(view), summary: 'Staffroom: something of yours is unfinished' };
}

/** What stands in the place of a card of a draft that has ended. */
async function ended(
  deps: DialogDeliveryDeps,
  library: SchoolLibrary,
  { draft: id, card: at }: Of<'draft-ended'>,
): Promise<Message | undefined> {
  const draft = await deps.incidents.findDraft(library.school.id, id);
  const edits = draft?.cards[at];
  if (!draft || !edits || draft.state === 'open') return undefined;
  const summary = 'Staffroom: about your report';
  const incident = draft.state === 'submitted' ? await reportOf(deps, draft) : undefined;
  if (incident?.receipt?.activityId === edits.activityId) {
    const report = await openReport(deps, incident);
    const view = toReceiptView({ library, incident, report, occasion: 'kept', now: deps.now() });
    return { card: receiptCard.render(view), summary, edits };
  }
  const words = incident
    ? {
        title: `Report ${incident.id} was sent`,
        paragraphs: [
          `Saved on ${instantText(incident.submittedAt, library.school)}. Write “my reports” to see where it stands.`,
        ],
      }
    : goneWords(draft);
  return { card: messageCard.render(words), summary, edits };
}

/** How far the report came, on the receipt itself; as a message to somebody who sent it without a card. */
async function toldByReceipt(
  deps: DialogDeliveryDeps,
  library: SchoolLibrary,
  { reference, what }: Of<'incident-told'>,
): Promise<Message | undefined> {
  if (what !== 'delivered' && what !== 'opened') return undefined;
  const incident = await deps.incidents.find(library.school.id, reference);
  if (!incident) return undefined;
  const report = await openReport(deps, incident);
  const view = toReceiptView({ library, incident, report, occasion: 'kept', now: deps.now() });
  const { receipt: edits } = incident;
  return { card: receiptCard.render(view), summary: 'Staffroom: about your report', ...(edits && { edits }) };
}

function goneWords({ id, state }: IncidentDraft): { title: string; paragraphs: string[] } {
  return {
    title: 'This report was deleted',
    paragraphs: [
      `${id}. ${state === 'expired' ? 'Nobody went on with it for a day. ' : ''}Nothing of it was sent, and nothing of it is kept.`,
      'Write “report” to begin a new one. If you are worried about a child, speak to your Designated Safeguarding Lead.',
    ],
  };
}
