import type { Attempt, Delivery, DeliveryState } from './delivery.ts';

/** What became of a claimed delivery: its next state, and when it is to be tried again where that is `pending`. */
export interface Settlement {
  readonly attempt: Attempt;
  readonly state: DeliveryState;
  readonly notBefore?: string | undefined;
  readonly message?: Delivery['message'];
}

/**
 * The outbox. Rows come into it only together with the fact that they tell, through that fact's own store method.
 * Every method is atomic; several instances may call at once.
 */
export interface DeliveryStore {
  /**
   * Takes up to `limit` deliveries that are due (`pending`, `notBefore` not after `now`), oldest first, and marks them
   * `sending` under a lease. No delivery is handed to two holders; of one recipient only the oldest is handed out, and
   * none while another of theirs is `sending` or an older one waits for its next try, so that a person gets what is owed
   * in order. Oldest is what was recorded first, whatever the clock said. One that is only planned for later (`notBefore`
   * ahead, no attempt yet) holds up nothing.
   */
  claim(now: string, options: { limit: number; leaseMs: number; holder: string }): Promise<Delivery[]>;
  /** Deliveries whose lease has ended: their sender died between the attempt and its record. */
  lapsed(now: string): Promise<Delivery[]>;
  /**
   * Records an attempt and moves the delivery on. `from` names the lease that the caller acts under; `lost` and no
   * change when the delivery is no longer held so.
   */
  settle(key: string, from: { holder: string; until: string }, settlement: Settlement): Promise<'settled' | 'lost'>;
  find(key: string): Promise<Delivery | undefined>;
  /** How many there are in each state, and when the oldest of those not yet tried for good was created. */
  summary(): Promise<{ readonly counts: Readonly<Record<DeliveryState, number>>; readonly oldestOwed?: string }>;
}
