import type { Addressee } from '../../src/domain/broadcasts/addressee.ts';
import { roundKey } from '../../src/domain/broadcasts/broadcast-store.ts';
import type { Broadcast } from '../../src/domain/broadcasts/broadcast.ts';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import { at, delivery, owner, person, schoolId } from './sample-facts.ts';

export const broadcast = (n: number, changed: Partial<Broadcast> = {}): Broadcast => ({
  id: `BC-${n}`,
  schoolId,
  template: 'review',
  policyId: 'bicycles',
  clauseId: 'aa11',
  message: 'Please read “é” 🚲 again.',
  buttons: ['read', 'done'],
  audience: { kind: 'groups', groups: ['teaching'] },
  channel: false,
  sendAt: at(n),
  state: 'open',
  openedBy: owner,
  openedAt: at(n),
  edition: 1,
  revision: 1,
  ...changed,
});

/** The `n`th person of a broadcast, by an account. */
export const addressee = (n: number, changed: Partial<Addressee> = {}): Addressee => ({
  id: n.toString(16).padStart(32, '0'),
  schoolId,
  broadcastId: 'BC-1',
  person: person(n),
  name: `Person ${n} “é”`,
  groups: ['teaching'],
  round: 1,
  revision: 1,
  ...changed,
});

/** The same without an account. */
export const listedAddressee = (n: number, changed: Partial<Addressee> = {}): Addressee => {
  const { person: _none, ...rest } = addressee(n, { round: 0, ...changed });
  return { ...rest, listed: `listed-${n}` };
};

/** The message to somebody in the round that they are in. */
export const messageOf = (to: Addressee, changed: Partial<Delivery> = {}): Delivery => ({
  ...delivery(1, { key: roundKey(to), schoolId: to.schoolId, to: to.person ?? owner, onAmbiguous: 'leave' }),
  subject: { kind: 'broadcast', broadcast: to.broadcastId, addressee: to.id, round: to.round },
  ...changed,
});
