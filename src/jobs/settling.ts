import type { DeliveryStore, Settlement } from '../domain/delivery/delivery-store.ts';
import type { Delivery, Lease } from '../domain/delivery/delivery.ts';
import type { Log } from '../log.ts';

export type Held = Delivery & { readonly lease: Lease };

/** Records what became of tries, and keeps in memory what the store would not take. */
export interface Settling {
  /** Settles, or keeps the settlement for `catchUp`. Never rejects. */
  settle(held: Held, settlement: Settlement): Promise<void>;
  /** Settles what a process that died held. Rejects when the store refuses: the next look finds it again. */
  takeOver(held: Held, settlement: Settlement): Promise<void>;
  /** Settles what is kept. False, with the rest still kept, when the store still refuses. */
  catchUp(): Promise<boolean>;
}

export function createSettling(deliveries: DeliveryStore, log: Log): Settling {
  let kept: { held: Held; settlement: Settlement }[] = [];

  const record = async ({ key, lease, subject }: Held, settlement: Settlement): Promise<void> =>
    tell(subject.kind, settlement, await deliveries.settle(key, lease.holder, settlement));

  function tell(kind: string, { attempt: { code }, state }: Settlement, done: 'settled' | 'lost'): void {
    if (done === 'lost') {
      return log.warn({ kind, code }, 'a delivery was settled by another process first');
    }
    if (state === 'sent') return log.info({ kind, code }, 'a delivery was sent');
    if (state === 'pending') return log.info({ kind, code }, 'a delivery waits for its next try');
    log.warn({ kind, code }, `a delivery is ${state}`);
  }

  return {
    async settle(held, settlement) {
      try {
        await record(held, settlement);
      } catch (err) {
        kept.push({ held, settlement });
        log.error({ code: 'not-settled', err }, 'what became of a delivery was not stored; it is tried again');
      }
    },
    async takeOver({ key, lease, subject }, settlement) {
      tell(subject.kind, settlement, await deliveries.takeOver(key, lease, settlement));
    },
    async catchUp() {
      try {
        for (const { held, settlement } of [...kept]) {
          await record(held, settlement);
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
