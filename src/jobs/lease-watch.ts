import type { Delivery, Lease } from '../domain/delivery/delivery.ts';

/** Longer between two looks than this, and what lies between them was not seen: the store was away, or this process slept. */
const longestStepMs = 2_000;

/** Tells who died by what is seen, so that the clocks of two machines need not agree. */
export interface LeaseWatch {
  /** Of the deliveries that others hold at `now`: those whose lease was seen unchanged for the whole patience. */
  dead(held: readonly Delivery[], now: number): (Delivery & { lease: Lease })[];
}

/** `patienceMs` is 0 where nobody else can hold anything: whatever is held then was left by a process that died. */
export function createLeaseWatch(patienceMs: number): LeaseWatch {
  let seen = new Map<string, { lease: Lease; forMs: number }>();
  let lastLook: number | undefined;

  return {
    dead(held, now) {
      const step = Math.min(Math.max(now - (lastLook ?? now), 0), longestStepMs);
      lastLook = now;
      const before = seen;
      seen = new Map();
      return held.filter((delivery): delivery is Delivery & { lease: Lease } => {
        const { key, lease } = delivery;
        if (!lease) return false;
        const known = before.get(key);
        const forMs = known && isSame(known.lease, lease) ? known.forMs + step : 0;
        seen.set(key, { lease, forMs });
        return forMs >= patienceMs;
      });
    },
  };
}

function isSame(a: Lease, b: Lease): boolean {
  return a.holder === b.holder && a.until === b.until && a.waiting === b.waiting;
}
