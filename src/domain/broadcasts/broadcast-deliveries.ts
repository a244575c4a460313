import type { Delivery, Recipient } from '../delivery/delivery.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { StaffTeam } from '../people/person-store.ts';
import type { Addressee } from './addressee.ts';
import { roundKey } from './broadcast-store.ts';
import type { BroadcastSubject, BroadcastTold } from './broadcast-subject.ts';
import type { Broadcast } from './broadcast.ts';
import { progressTimes } from './progress-times.ts';

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

/**
 * All that goes out of a broadcast: its messages, its posts, and before these, as they are to overtake them, how far it is, to
 * its sender.
 */
export function allOf(
  broadcast: Broadcast,
  { addressees, teams }: { addressees: readonly Addressee[]; teams: readonly StaffTeam[] },
  when: At,
): Delivery[] {
  const times = progressTimes(countOf(addressees), when.notBefore);
  return [
    ...times.map((notBefore, n) => progressTo(broadcast, String(n + 1), { at: when.at, notBefore })),
    ...addressees.flatMap((one) => messageTo(one, when)),
    ...teams.map((team) => postTo(broadcast, team, when)),
  ];
}

/** How it ended, in the place of how far it was; nothing where it goes to so few that nobody was shown that. */
export function lastProgressTo(
  broadcast: Broadcast,
  addressees: readonly Addressee[],
  { mark, at }: { mark: 'through' | 'cancelled' | 'recalled'; at: string },
): Delivery[] {
  const isShown = progressTimes(countOf(addressees), broadcast.sendAt).length > 0;
  return isShown ? [progressTo(broadcast, mark, { at, notBefore: at })] : [];
}

/** The key of the message that shows how far it is; what comes later takes its place. */
export function progressKey({ schoolId, id, openedBy }: Broadcast, mark = '1'): string {
  return `${schoolId}:broadcast-progress:${id}-${mark}:${openedBy.objectId}`;
}

function progressTo(broadcast: Broadcast, mark: string, when: At): Delivery {
  const { schoolId, id, openedBy: to } = broadcast;
  const subject = { kind: 'broadcast-progress', broadcast: id, mark } as const;
  return toDelivery({ schoolId, key: progressKey(broadcast, mark), to, subject }, when);
}

const countOf = (addressees: readonly Addressee[]) => addressees.filter(({ person }) => person !== undefined).length;

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
  return newDelivery(owed, at, { notBefore });
}
