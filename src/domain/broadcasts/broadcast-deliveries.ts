import type { Delivery, Recipient } from '../delivery/delivery.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { StaffTeam } from '../people/person-store.ts';
import type { Addressee } from './addressee.ts';
import { roundKey } from './broadcast-store.ts';
import type { BroadcastSubject, BroadcastTold } from './broadcast-subject.ts';
import type { Broadcast } from './broadcast.ts';

interface At {
  readonly at: string;
  readonly notBefore: string;
}

/** The message to somebody in their round; nothing for whoever has no account. */
export function messageTo(addressee: Addressee, when: At): Delivery[] {
  const { schoolId, broadcastId: broadcast, id, person, round } = addressee;
  if (!person) return [];
  const subject = { kind: 'broadcast', broadcast, addressee: id, round } as const;
  return [toDelivery({ schoolId, key: roundKey(addressee), to: person, subject }, when)];
}

/** The copy of their round shows what is so by now. `edition` says of what, so that each change is told once. */
export function settledTo(addressee: Addressee, edition: string, at: string): Delivery[] {
  const { schoolId, broadcastId: broadcast, id, person, round } = addressee;
  if (!person || round < 1) return [];
  const of = roundKey(addressee);
  const key = `${schoolId}:broadcast-settled:${broadcast}-${id}-${round}-${edition}:${person.objectId}`;
  const subject = { kind: 'broadcast-settled', broadcast, addressee: id, of, edition } as const;
  return [toDelivery({ schoolId, key, to: person, subject }, { at, notBefore: at })];
}

/** The key of the first post in a staff team's channel. */
export function channelKey({ schoolId, id }: Pick<Broadcast, 'schoolId' | 'id'>, team: StaffTeam): string {
  return `${schoolId}:broadcast-channel:${id}-1:${team.conversationId}`;
}

/** The post in a staff team's channel; from the second edition on, the change of it. */
export function postTo(broadcast: Broadcast, team: StaffTeam, when: At): Delivery {
  const { schoolId, id, edition, ended } = broadcast;
  const of = channelKey(broadcast, team);
  const isFirst = edition === 1 && !ended;
  const mark = ended ? ended.why : String(edition);
  return toDelivery(
    {
      schoolId,
      key: isFirst ? of : `${schoolId}:broadcast-channel:${id}-${mark}:${team.conversationId}`,
      to: { tenantId: team.tenantId, channelId: team.conversationId },
      subject: { kind: 'broadcast-channel', broadcast: id, edition, ...(!isFirst && { of }) },
    },
    when,
  );
}

/** The question to somebody who may confirm it. */
export function confirmTo({ schoolId, id }: Broadcast, to: PersonKey, at: string): Delivery {
  const key = `${schoolId}:broadcast-confirm:${id}:${to.objectId}`;
  const subject = { kind: 'broadcast-confirm', broadcast: id } as const;
  return toDelivery({ schoolId, key, to, subject }, { at, notBefore: at });
}

/** What whoever opened it learns of it. */
export function toldTo({ schoolId, id, openedBy: to }: Broadcast, what: BroadcastTold, at: string): Delivery {
  const key = `${schoolId}:broadcast-told:${id}-${what}:${to.objectId}`;
  const subject = { kind: 'broadcast-told', broadcast: id, what } as const;
  return toDelivery({ schoolId, key, to, subject }, { at, notBefore: at });
}

function toDelivery(
  owed: { schoolId: string; key: string; to: Recipient; subject: BroadcastSubject },
  { at, notBefore }: At,
): Delivery {
  return { ...owed, onAmbiguous: 'leave', state: 'pending', notBefore, createdAt: at, attempts: [] };
}
