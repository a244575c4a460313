import { DateTime } from 'luxon';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { ClockFault } from './clock-fault.ts';
import { instantsOfDelivery } from './plan-retention.ts';
import { broadcastYears } from './retention-table.ts';

/** The broadcasts of one school, and what was owed there. */
export interface BroadcastRecords {
  readonly broadcasts: readonly Broadcast[];
  readonly deliveries: readonly Delivery[];
  readonly clock: ClockFault | undefined;
}

/** Which are to be destroyed, and how many are kept. */
export interface BroadcastEnds {
  readonly ended: readonly Pick<Broadcast, 'schoolId' | 'id'>[];
  readonly kept: number;
}

/**
 * What is to be kept no longer by `now`: a broadcast with everybody in it, 1 year after it was last sent to anybody, changed
 * or ended. While the clock is not believed nothing is destroyed.
 */
export function planBroadcasts({ broadcasts, deliveries, clock }: BroadcastRecords, now: Date): BroadcastEnds {
  const isOver = (at: string) => DateTime.fromISO(at).plus({ years: broadcastYears }).toMillis() <= now.getTime();
  const stillSent = new Set(
    deliveries.flatMap((delivery) => {
      const { subject, notBefore } = delivery;
      if (subject.kind !== 'broadcast' && subject.kind !== 'broadcast-channel') return [];
      return [notBefore, ...instantsOfDelivery(delivery)].every(isOver) ? [] : [subject.broadcast];
    }),
  );
  const ended = broadcasts.filter(
    (one) => !clock && !stillSent.has(one.id) && instantsOf(one).every((at) => isOver(at)),
  );
  return { ended: ended.map(({ schoolId, id }) => ({ schoolId, id })), kept: broadcasts.length - ended.length };
}

function instantsOf({ openedAt, sendAt, confirmed, correctedAt, ended }: Broadcast): string[] {
  return [openedAt, sendAt, confirmed?.at, correctedAt, ended?.at].filter((at) => at !== undefined);
}
