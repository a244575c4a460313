import { messageCard } from '../../cards/messages/message.ts';
import { absenceTold } from '../../cards/people/absence-told.ts';
import { isChannel, type Delivery } from '../../domain/delivery/delivery.ts';
import { keysOfPeople } from '../../domain/people/keys-of-people.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Message } from '../message-activity.ts';

/** Makes the card that tells of an absence, as it stands by then; undefined for any other delivery. */
export function createAbsenceDeliveryCards({
  absences,
  persons,
  shelf,
}: Pick<BotDeps, 'absences' | 'persons' | 'shelf'>): (delivery: Delivery) => Promise<Message | undefined> {
  return async ({ subject, schoolId, to }) => {
    if (subject.kind !== 'absence' || isChannel(to)) return undefined;
    const school = shelf.find(schoolId)?.school;
    const absence = await absences.findAbsence(schoolId, subject.absence);
    const person = school?.people.find(({ id }) => id === absence?.personId);
    const cover = school?.people.find(({ id }) => id === absence?.cover);
    if (!absence || !person || !cover) return undefined;
    const isTheirs = (await keysOfPeople(persons, to.tenantId))(person)?.objectId === to.objectId;
    const card = messageCard.render(absenceTold({ absence, person, cover }, isTheirs ? 'person' : 'cover'));
    return { card, summary: 'Staffroom: who covers' };
  };
}
