import type { Attempt, Delivery } from './delivery.ts';

/**
 * What becomes of deliveries in a restored store: nobody knows what was sent after the backup was made, so those that
 * were still to be sent are `unknown` and nobody tries again. The others stay as they were.
 */
export function holdUnsent(deliveries: readonly Delivery[], now: Date): { deliveries: Delivery[]; held: number } {
  const attempt: Attempt = { at: now.toISOString(), outcome: 'ambiguous', code: 'restored' };
  let held = 0;
  const all = deliveries.map((delivery): Delivery => {
    if (delivery.state !== 'pending' && delivery.state !== 'sending') return delivery;
    held += 1;
    const { lease: _ended, ...rest } = delivery;
    return { ...rest, state: 'unknown', attempts: [...delivery.attempts, attempt] };
  });
  return { deliveries: all, held };
}
