import type { DeliveryState } from '../delivery/delivery.ts';
import { amber, green, red, type HealthLine } from './health-line.ts';

const minuteMs = 60 * 1000;

/** How long the oldest delivery has waited, and how many ended without the person surely having it. Counts only. */
export function checkDeliveries(
  { counts, oldestOwed }: { counts: Readonly<Record<DeliveryState, number>>; oldestOwed?: string | undefined },
  now: Date,
): HealthLine[] {
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
  const { unknown, undeliverable, refused } = counts;
  const ended = [
    [unknown, 'may or may not have arrived'],
    [undeliverable, 'could not be brought to the person'],
    [refused, 'were refused by Teams'],
  ] as const;
  const failed = ended.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return [
    line,
    failed.length === 0
      ? green('delivered', 'Every delivery that was sent has arrived.')
      : amber(
          'delivered',
          `Of all deliveries ${failed.join(', ')}.`,
          'ICT lead: let the staff know that some may lack a message, and that their open questions stand in their chat with Staffroom.',
        ),
  ];
}

function durationOf(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minuteMs));
  return minutes < 120 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours`;
}
