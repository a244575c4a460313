import type { DeliveryStore, Settlement } from '../../domain/delivery/delivery-store.ts';
import { recipientName, type Attempt, type Delivery, type DeliveryState } from '../../domain/delivery/delivery.ts';
import type { Committed } from './group-commit.ts';
import { putDelivery } from './record-consequences.ts';
import type { StoreData } from './store-data.ts';

/** The outbox of the lowdb store. */
export function createLowdbDeliveryStore(db: Committed<StoreData>): DeliveryStore {
  return {
    claim: (now, { limit, leaseMs, holder }) =>
      db.change((data) => {
        const lease = { holder, until: new Date(Date.parse(now) + leaseMs).toISOString() };
        const claimed = next(data.deliveries.owed, now, limit).map((delivery): Delivery => ({
          ...delivery,
          state: 'sending',
          lease,
        }));
        return { data: claimed.reduce(putDelivery, data), result: claimed };
      }),

    lapsed: (now) =>
      Promise.resolve(
        [...db.data().deliveries.owed].filter(({ state, lease }) => state === 'sending' && lease && lease.until <= now),
      ),

    settle: (key, from, settlement) =>
      db.change<'settled' | 'lost'>((data) => {
        const held = data.deliveries.owed.get(key);
        const holds =
          held?.state === 'sending' && held.lease?.holder === from.holder && held.lease.until === from.until;
        return holds
          ? { data: putDelivery(data, settled(held, settlement)), result: 'settled' }
          : { data, result: 'lost' };
      }),

    find: (key) => {
      const { owed, ended } = db.data().deliveries;
      return Promise.resolve(owed.get(key) ?? ended.get(key));
    },

    summary: () => {
      const { owed, ended } = db.data().deliveries;
      const counts = { pending: 0, sending: 0, sent: 0, refused: 0, undeliverable: 0, unknown: 0 };
      const count = ({ state }: { state: DeliveryState }) => counts[state]++;
      for (const delivery of owed) count(delivery);
      for (const delivery of ended) count(delivery);
      const [oldest] = owed;
      return Promise.resolve({ counts, ...(oldest && { oldestOwed: oldest.createdAt }) });
    },
  };
}

/**
 * The deliveries to hand out, oldest first: of each recipient the first that is due, unless another of theirs is being
 * sent or an older one waits for its next try.
 */
function next(owed: Iterable<Delivery>, now: string, limit: number): Delivery[] {
  const busy = new Set<string>();
  const due: Delivery[] = [];
  for (const delivery of owed) {
    if (delivery.state === 'sending') busy.add(recipientName(delivery.to));
  }
  for (const delivery of owed) {
    if (due.length >= limit) break;
    const recipient = recipientName(delivery.to);
    if (busy.has(recipient)) continue;
    const isDue = delivery.notBefore <= now;
    if (isDue) due.push(delivery);
    if (isDue || delivery.attempts.length > 0) busy.add(recipient);
  }
  return due;
}

function settled(delivery: Delivery, { attempt, state, notBefore, message }: Settlement): Delivery {
  const { lease: _ended, ...rest } = delivery;
  const attempts: readonly Attempt[] = [...delivery.attempts, attempt];
  return { ...rest, state, attempts, ...(notBefore !== undefined && { notBefore }), ...(message && { message }) };
}
