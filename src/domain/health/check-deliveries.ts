import type { Delivery, DeliveryState } from '../delivery/delivery.ts';
import { amber, green, red, type HealthLine } from './health-line.ts';

const minuteMs = 60 * 1000;

export interface DeliveryFacts {
  readonly counts: Readonly<Record<DeliveryState, number>>;
  readonly oldestOwed?: string | undefined;
  /** What did not surely arrive and nobody has acknowledged. */
  readonly unsure: readonly Pick<Delivery, 'state'>[];
}

/** How long the oldest delivery has waited, and how many ended without the person surely having it. Counts only. */
export function checkDeliveries({ counts, oldestOwed, unsure }: DeliveryFacts, now: Date): HealthLine[] {
  const waiting = counts.pending + counts.sending;
  const ageMs = oldestOwed === undefined ? 0 : now.getTime() - Date.parse(oldestOwed);
  const told = `${waiting} ${waiting === 1 ? 'delivery waits' : 'deliveries wait'} to be sent, the oldest for ${durationOf(ageMs)}.`;
  const todo = 'ICT lead: check that the bot runs and reaches the internet, and what its log says of deliveries.';
  const line =
    ageMs > 60 * minuteMs
      ? red('outbox', told, todo)
      : ageMs > 5 * minuteMs
        ? amber('outbox', told, todo)
        : green('outbox', waiting === 0 ? 'Nothing waits to be sent.' : told);
  const count = (asked: DeliveryState) => unsure.filter(({ state }) => state === asked).length;
  const ended = [
    [count('unknown'), 'may or may not have arrived'],
    [count('undeliverable'), 'could not be brought to the person'],
    [count('refused'), 'were refused by Teams'],
  ] as const;
  const failed = ended.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return [
    line,
    failed.length === 0
      ? green('delivered', 'Every delivery that was sent has arrived, or somebody dealt with it.')
      : amber(
          'delivered',
          `Of all deliveries ${failed.join(', ')}.`,
          'ICT lead: see which (staffroom deliveries) and let the people know; then staffroom deliveries acknowledge --all --by NAME.',
        ),
  ];
}

function durationOf(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minuteMs));
  return minutes < 120 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours`;
}
