import type { DeliveryStore, Settlement } from '../../domain/delivery/delivery-store.ts';
import { isToMany, restsAtNight } from '../../domain/delivery/order-of-sending.ts';
import {
  recipientName,
  unsureStates,
  type Acknowledgement,
  type Attempt,
  type Delivery,
  type DeliveryState,
  type Lease,
} from '../../domain/delivery/delivery.ts';
import type { Committed } from './group-commit.ts';
import { putDelivery } from './record-consequences.ts';
import type { StoreData } from './store-data.ts';

/** The outbox of the lowdb store, which one process has to itself. */
export function createLowdbDeliveryStore(db: Committed<StoreData>): DeliveryStore {
  const isHeld = (delivery: Delivery | undefined, holder: string): delivery is Delivery & { lease: Lease } =>
    delivery?.state === 'sending' && delivery.lease?.holder === holder;
  const moveOn = (key: string, { holder, seen }: { holder: string; seen?: Lease }, settlement: Settlement) =>
    db.change<'settled' | 'lost'>((data) => {
      const held = data.deliveries.owed.get(key);
      const isAsSeen = !seen || (held?.lease?.until === seen.until && held.lease.waiting === seen.waiting);
      return isHeld(held, holder) && isAsSeen
        ? { data: putDelivery(data, settled(held, settlement)), result: 'settled' }
        : { data, result: 'lost' };
    });

  return {
    shared: false,

    claim: (now, { limit, leaseMs, holder, atRest = [] }) =>
      db.change((data) => {
        const lease: Lease = { holder, until: new Date(Date.parse(now) + leaseMs).toISOString(), waiting: true };
        const claimed = next(data.deliveries.owed, { now, limit, atRest }).map((delivery): Delivery => ({
          ...delivery,
          state: 'sending',
          lease,
        }));
        return { data: claimed.reduce(putDelivery, data), result: claimed };
      }),

    begin: (key, holder, until) =>
      db.change<'begun' | 'lost'>((data) => {
        const held = data.deliveries.owed.get(key);
        if (!isHeld(held, holder)) return { data, result: 'lost' };
        return { data: putDelivery(data, { ...held, lease: { holder, until } }), result: 'begun' };
      }),

    renew: (holders, until) =>
      db.change((data) => {
        const renewed = [...data.deliveries.owed].flatMap((delivery) =>
          holders.some((holder) => isHeld(delivery, holder)) && delivery.lease
            ? [{ ...delivery, lease: { ...delivery.lease, until } }]
            : [],
        );
        return { data: renewed.reduce(putDelivery, data), result: undefined };
      }),

    held: () => Promise.resolve([...db.data().deliveries.owed].filter(({ state }) => state === 'sending')),

    settle: (key, holder, settlement) => moveOn(key, { holder }, settlement),
    takeOver: (key, seen, settlement) => moveOn(key, { holder: seen.holder, seen }, settlement),

    find: (key) => {
      const { owed, ended } = db.data().deliveries;
      return Promise.resolve(owed.get(key) ?? ended.get(key));
    },

    all: (schoolId) => {
      const { owed, ended } = db.data().deliveries;
      return Promise.resolve([...ended, ...owed].filter((one) => one.schoolId === schoolId));
    },

    unsure: (prefix = '') => {
      const open = [...db.data().deliveries.ended].filter(
        (one) => isUnsure(one) && !one.acknowledged && one.key.startsWith(prefix),
      );
      return Promise.resolve(open.sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt)));
    },

    acknowledge: (keys, acknowledged) =>
      db.change((data) => {
        const noted = keys.flatMap((key) => {
          const delivery = data.deliveries.ended.get(key);
          return delivery && isUnsure(delivery) && isOpenFor(delivery, acknowledged)
            ? [{ ...delivery, acknowledged }]
            : [];
        });
        return { data: noted.reduce(putDelivery, data), result: noted.length };
      }),

    summary: ({ atRest = [] } = {}) => {
      const { owed, ended } = db.data().deliveries;
      const counts = { pending: 0, sending: 0, sent: 0, refused: 0, undeliverable: 0, unknown: 0 };
      const count = ({ state }: { state: DeliveryState }) => counts[state]++;
      for (const delivery of owed) count(delivery);
      for (const delivery of ended) count(delivery);
      const asked = [...owed].filter((delivery) => !rests(delivery, atRest));
      const since = asked.map(({ attempts, notBefore }) => attempts[0]?.at ?? notBefore);
      const [oldestOwed] = since.sort();
      return Promise.resolve({ counts, ...(oldestOwed !== undefined && { oldestOwed }) });
    },
  };
}

/** The deliveries to hand out, as `claim` promises it. */
function next(
  owed: Iterable<Delivery>,
  { now, limit, atRest }: { now: string; limit: number; atRest: readonly string[] },
): Delivery[] {
  const busy = new Set<string>();
  const toMany: Delivery[] = [];
  const due: Delivery[] = [];
  for (const { state, to, notBefore, attempts } of owed) {
    const waitsForNextTry = notBefore > now && attempts.length > 0;
    if (state === 'sending' || waitsForNextTry) busy.add(recipientName(to));
  }
  const take = (delivery: Delivery) => {
    const recipient = recipientName(delivery.to);
    if (due.length >= limit || busy.has(recipient)) return;
    due.push(delivery);
    busy.add(recipient);
  };
  for (const delivery of owed) {
    if (delivery.notBefore > now || rests(delivery, atRest)) continue;
    if (isToMany(delivery.subject)) toMany.push(delivery);
    else take(delivery);
  }
  toMany.forEach(take);
  return due;
}

function rests({ subject, schoolId }: Delivery, atRest: readonly string[]): boolean {
  return atRest.includes(schoolId) && restsAtNight(subject);
}

function isUnsure({ state }: Delivery): boolean {
  return unsureStates.some((one) => one === state);
}

/** Whether nobody has acknowledged it yet, or this very note stands there. */
function isOpenFor({ acknowledged }: Delivery, { by, at }: Acknowledgement): boolean {
  return !acknowledged || (acknowledged.by === by && acknowledged.at === at);
}

function settled(delivery: Delivery, { attempt, state, notBefore, message }: Settlement): Delivery {
  const { lease: _ended, ...rest } = delivery;
  const attempts: readonly Attempt[] = [...delivery.attempts, attempt];
  return { ...rest, state, attempts, ...(notBefore !== undefined && { notBefore }), ...(message && { message }) };
}
