import type { Acknowledgement, Attempt, Delivery, DeliveryState, Lease } from './delivery.ts';

/** What became of a claimed delivery: its next state, and when it is to be tried again where that is `pending`. */
export interface Settlement {
  readonly attempt: Attempt;
  readonly state: DeliveryState;
  readonly notBefore?: string | undefined;
  readonly message?: Delivery['message'];
}

export interface ClaimOptions {
  readonly limit: number;
  readonly leaseMs: number;
  readonly holder: string;
  /** Ids of the schools in which nobody is asked for anything now. */
  readonly atRest?: readonly string[];
}

/**
 * The outbox. Rows come into it only together with the fact that they tell, through that fact's own store method.
 * Every method is atomic; several instances may call at once.
 */
export interface DeliveryStore {
  /** Whether other processes may hold deliveries of this store at the same time. */
  readonly shared: boolean;
  /**
   * Takes up to `limit` deliveries that are due (`pending`, `notBefore` not after `now`) and marks them `sending` under a
   * lease that waits; `holder` names this one call and was never used before. First comes what was recorded first, whatever
   * the clock said, but what goes to many (`isToMany`) after everything else. Of one recipient only the first is handed out,
   * and none while another of theirs is `sending` or waits for its next try, so that a person gets what is owed in order and
   * nothing reaches a conversation that Teams told to wait. No delivery is handed to two holders. What is only planned for
   * later (`notBefore` ahead, no attempt yet), and what rests at night (`restsAtNight`) where it is of one of the schools
   * `atRest`, stays where it is and holds up nothing.
   */
  claim(now: string, options: ClaimOptions): Promise<Delivery[]>;
  /**
   * Notes that the delivery is sent now, and renews its lease: from here on it may have been shown. `lost`, and nothing
   * may be sent, when it is no longer held by that claim.
   */
  begin(key: string, holder: string, until: string): Promise<'begun' | 'lost'>;
  /** Renews every lease of these claims. */
  renew(holders: readonly string[], until: string): Promise<void>;
  /** Every delivery that is `sending`. */
  held(): Promise<Delivery[]>;
  /** Records an attempt and moves the delivery on. `lost` and no change when it is no longer held by that claim. */
  settle(key: string, holder: string, settlement: Settlement): Promise<'settled' | 'lost'>;
  /**
   * The same for a claim whose holder died. `lost` and no change when its lease is no longer as it was `seen`: the holder
   * lives and renewed it or began to send, or somebody else settled it.
   */
  takeOver(key: string, seen: Lease, settlement: Settlement): Promise<'settled' | 'lost'>;
  find(key: string): Promise<Delivery | undefined>;
  /** Every delivery of the school, in any order. For retention and subject access. */
  all(schoolId: string): Promise<Delivery[]>;
  /**
   * Those that ended without having surely arrived and that nobody has acknowledged, oldest first; with `prefix` only those
   * whose keys begin so.
   */
  unsure(prefix?: string): Promise<Delivery[]>;
  /**
   * Notes on those of them that are named that a person dealt with them; others stay as they are. Returns how many have
   * this very note now, so that noting twice is as good as once.
   */
  acknowledge(keys: readonly string[], acknowledgement: Acknowledgement): Promise<number>;
  /**
   * How many there are in each state, and since when the oldest of those not yet tried for good is owed: one that was never
   * tried since its `notBefore`, which may be ahead, any other since it was created.
   * What rests in one of the schools `atRest` is counted, and not asked since when.
   */
  summary(options?: {
    atRest?: readonly string[];
  }): Promise<{ readonly counts: Readonly<Record<DeliveryState, number>>; readonly oldestOwed?: string }>;
}
