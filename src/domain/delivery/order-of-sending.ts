import type { DeliverySubject } from './delivery.ts';

/** What goes to as many as there are people. The stores of PostgreSQL have them in a column of their own. */
export const kindsToMany: readonly DeliverySubject['kind'][] = [
  'broadcast',
  'broadcast-settled',
  'signoff-asked',
  'signoff-settled',
];

/** Whether this goes to many: all that is owed to one person for a reason of their own is sent before it. */
export function isToMany({ kind }: DeliverySubject): boolean {
  return kindsToMany.includes(kind);
}

/** Whether this waits for the morning, whenever it was owed: a message to many, or its post, that nobody has got yet. */
export function restsAtNight(subject: DeliverySubject): boolean {
  return subject.kind === 'broadcast' || (subject.kind === 'broadcast-channel' && subject.of === undefined);
}
