import type { DeliveryStore, Settlement } from '../domain/delivery/delivery-store.ts';
import type { Delivery } from '../domain/delivery/delivery.ts';
import type { Log } from '../log.ts';

type Lease = NonNullable<Delivery['lease']>;

/** Records what became of tries, and keeps in memory what the store would not take. */
export interface Settling {
  /** Settles, or keeps the settlement for `catchUp`. Never rejects. */
  settle(delivery: Delivery, lease: Lease, settlement: Settlement): Promise<void>;
  /** Settles what is kept. False, with the rest still kept, when the store still refuses. */
  catchUp(): Promise<boolean>;
}

export function createSettling(deliveries: DeliveryStore, log: Log): Settling {
  let kept: { delivery: Delivery; lease: Lease; settlement: Settlement }[] = [];

  async function record(delivery: Delivery, lease: Lease, settlement: Settlement): Promise<void> {
    const { kind } = delivery.subject;
    const { code } = settlement.attempt;
    if ((await deliveries.settle(delivery.key, lease, settlement)) === 'lost') {
      return log.warn({ kind, code }, 'a delivery was settled by another process first');
    }
    if (settlement.state === 'sent') return log.info({ kind, code }, 'a delivery was sent');
    if (settlement.state === 'pending') return log.info({ kind, code }, 'a delivery waits for its next try');
    log.warn({ kind, code }, `a delivery is ${settlement.state}`);
  }

  return {
    async settle(delivery, lease, settlement) {
      try {
        await record(delivery, lease, settlement);
      } catch (err) {
        kept.push({ delivery, lease, settlement });
        log.error({ code: 'not-settled', err }, 'what became of a delivery was not stored; it is tried again');
      }
    },
    async catchUp() {
      try {
        for (const { delivery, lease, settlement } of [...kept]) {
          await record(delivery, lease, settlement);
          kept = kept.filter((one) => one.settlement !== settlement);
        }
        return true;
      } catch (err) {
        log.error({ code: 'not-settled', count: kept.length, err }, 'the store still refuses to settle deliveries');
        return false;
      }
    },
  };
}
