import type { Delivery } from './delivery.ts';

/**
 * A delivery that is owed from `at` on (an instant in ISO 8601), not tried yet. It is sent at once unless `notBefore` says
 * later, and never twice unless `onAmbiguous` says so: most of what is told may rather be missed than shown again.
 */
export function newDelivery(
  owed: Pick<Delivery, 'key' | 'schoolId' | 'subject' | 'to'>,
  at: string,
  { notBefore = at, onAmbiguous = 'leave' }: Partial<Pick<Delivery, 'notBefore' | 'onAmbiguous'>> = {},
): Delivery {
  return { ...owed, onAmbiguous, state: 'pending', notBefore, createdAt: at, attempts: [] };
}
