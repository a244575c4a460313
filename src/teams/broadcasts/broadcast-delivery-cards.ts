import { asSubject } from '../../cards/as-subject.ts';
import { broadcastTitle } from '../../cards/broadcasts/broadcast-words.ts';
import { toUnderWayView, underWayCard } from '../../cards/broadcasts/under-way.ts';
import { messageCard as wordsCard } from '../../cards/messages/message.ts';
import { progressKey } from '../../domain/broadcasts/broadcast-deliveries.ts';
import { broadcastProgress } from '../../domain/broadcasts/broadcast-progress.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import type { BroadcastSubject, BroadcastTold } from '../../domain/broadcasts/broadcast-subject.ts';
import { isChannel, type Delivery } from '../../domain/delivery/delivery.ts';
import { restsUntil } from '../../domain/people/asking-time.ts';
import { schoolDay } from '../../domain/people/school-day.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { namePeople } from '../../domain/questions/name-people.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Message } from '../message-activity.ts';
import { confirmCardFor } from './confirm-card-for.ts';
import { messageCardFor, readAbout } from './message-card-for.ts';
import { createSchoolRegister } from './school-register.ts';

export type BroadcastDeliveryDeps = Pick<
  BotDeps,
  'absences' | 'broadcasts' | 'signoffs' | 'persons' | 'shelf' | 'deliveries' | 'newSubmission' | 'now'
>;
type Of<Kind extends BroadcastSubject['kind']> = Extract<BroadcastSubject, { kind: Kind }>;

/**
 * What a broadcast sends, as things stand when it is sent: the message, what became of a copy, the post in the channel, the
 * question to the second person, and what its sender learns. Undefined for any other delivery, and where there is nothing to
 * tell any more: it has ended, or whom it is for is no longer of the school.
 */
export function createBroadcastDeliveryCards(
  deps: BroadcastDeliveryDeps,
): (delivery: Delivery, options: { secondCopy: boolean }) => Promise<Message | undefined> {
  const registerOf = createSchoolRegister(deps);

  return async ({ subject, schoolId, to }, { secondCopy }) => {
    if (!isOfBroadcast(subject)) return undefined;
    const library = deps.shelf.find(schoolId);
    const broadcast = await deps.broadcasts.broadcast(schoolId, subject.broadcast);
    if (!library || !broadcast) return undefined;
    switch (subject.kind) {
      case 'broadcast':
        return isChannel(to) ? undefined : first(library, broadcast, subject);
      case 'broadcast-settled':
        return settled(library, broadcast, subject);
      case 'broadcast-channel':
        return post(library, broadcast, subject);
      case 'broadcast-confirm':
        return isChannel(to) ? undefined : confirmCardFor(deps, library, broadcast, { reader: to, secondCopy });
      case 'broadcast-progress':
        return progress(library, broadcast, subject);
      case 'broadcast-told':
        return told(library, broadcast, subject.what);
    }
  };

  async function first(
    library: SchoolLibrary,
    broadcast: Broadcast,
    subject: Of<'broadcast'>,
  ): Promise<Message | undefined> {
    if (broadcast.state !== 'open') return undefined;
    const addressee = (await deps.broadcasts.addressee(broadcast.schoolId, subject.addressee))?.addressee;
    const register = await registerOf(library, broadcast.openedBy.tenantId);
    if (!addressee?.person || addressee.broadcastId !== broadcast.id || !register.has(addressee.person))
      return undefined;
    const today = schoolDay(deps.now(), library.school);
    const card = await messageCardFor(deps, library, { broadcast, addressee, today, name: register.name });
    return { card, summary: 'Staffroom: a message to you from your school' };
  }

  async function settled(
    library: SchoolLibrary,
    broadcast: Broadcast,
    subject: Of<'broadcast-settled'>,
  ): Promise<Message | undefined> {
    const addressee = (await deps.broadcasts.addressee(broadcast.schoolId, subject.addressee))?.addressee;
    const edits = (await deps.deliveries.find(subject.of))?.message;
    if (!addressee || addressee.broadcastId !== broadcast.id || !edits) return undefined;
    const today = schoolDay(deps.now(), library.school);
    const { name } = await registerOf(library, broadcast.openedBy.tenantId);
    const card = await messageCardFor(deps, library, { broadcast, addressee, today, name });
    return { card, summary: 'Staffroom: about a message to you', edits };
  }

  async function post(
    library: SchoolLibrary,
    broadcast: Broadcast,
    { of }: Of<'broadcast-channel'>,
  ): Promise<Message | undefined> {
    const edits = of === undefined ? undefined : (await deps.deliveries.find(of))?.message;
    if (of === undefined ? broadcast.state !== 'open' : !edits) return undefined;
    const today = schoolDay(deps.now(), library.school);
    const card = await messageCardFor(deps, library, { broadcast, today });
    return { card, summary: 'Staffroom: a message to staff', ...(edits && { edits }) };
  }

  /** Once it is not going out any more, only how it ended is shown, and in the place of how far it was. */
  async function progress(
    library: SchoolLibrary,
    broadcast: Broadcast,
    { mark }: Of<'broadcast-progress'>,
  ): Promise<Message | undefined> {
    const isFirst = mark === '1';
    const edits = isFirst ? undefined : (await deps.deliveries.find(progressKey(broadcast)))?.message;
    if (!isFirst && !edits) return undefined;
    const rows = await deps.broadcasts.addressees(broadcast.schoolId, broadcast.id);
    const isGoing = broadcast.state === 'open' && broadcastProgress(broadcast, rows).pending > 0;
    if (!isGoing && /^\d+$/.test(mark)) return undefined;
    const about = await readAbout(deps, library, broadcast);
    const { school } = library;
    const now = deps.now();
    const view = toUnderWayView({
      ...{ broadcast, rows, about, school },
      ...{ now: now.toISOString(), restsUntil: restsUntil(school, now) },
    });
    return { card: underWayCard.render(view), summary: 'Staffroom: about a message of yours', ...(edits && { edits }) };
  }

  async function told(library: SchoolLibrary, broadcast: Broadcast, what: BroadcastTold): Promise<Message> {
    const name = await namePeople(deps.persons, library, broadcast.openedBy.tenantId);
    const by = broadcast.confirmed?.by ?? broadcast.ended?.by;
    const who = by ? asSubject(name(by)) : 'The second person';
    const sentence = {
      confirmed: `${who} said yes. Everybody gets it in their own chat with Staffroom.`,
      'not-confirmed': `${who} said no, so nobody got it. Please speak to them; you can write anew.`,
      through: 'It has gone out. All whom Teams could reach have it. The others are listed, each with the reason.',
    }[what];
    const card = wordsCard.render({
      title: broadcastTitle(broadcast, await readAbout(deps, library, broadcast)),
      paragraphs: [sentence, `Write “progress of ${broadcast.id}” to see how it stands.`],
    });
    return { card, summary: 'Staffroom: about a message of yours' };
  }
}

function isOfBroadcast(subject: Delivery['subject']): subject is BroadcastSubject {
  return 'broadcast' in subject;
}
