import { newDelivery } from '../delivery/new-delivery.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Slip } from './slip.ts';

type Named = Pick<Slip, 'schoolId' | 'id'>;

/** How often a slip was sent for an answer before: once for each time that its holder asked for a renewal. */
export function roundOf({ events }: Pick<Slip, 'events'>): number {
  return events.filter(({ kind }) => kind === 'renewal-asked').length;
}

/** Each of these is owed that it waits for their answer. */
export function toAnswer(slip: Slip, to: readonly PersonKey[], at: string): Delivery[] {
  const { schoolId, id } = slip;
  const round = roundOf(slip);
  return to.map((person) => {
    const key = `${schoolId}:slip-to-answer:${id}:${round}:${person.objectId}`;
    const subject = { kind: 'slip-to-answer', slip: id, round } as const;
    return newDelivery({ key, schoolId, subject, to: person }, at, { onAmbiguous: 'send-once-more' });
  });
}

/** Each of these is owed what the `event`th event says. */
export function toldOf({ schoolId, id }: Named, event: number, to: readonly PersonKey[], at: string): Delivery[] {
  return to.map((person) => {
    const key = `${schoolId}:slip-told:${id}:${event}:${person.objectId}`;
    const subject = { kind: 'slip-told', slip: id, event } as const;
    return newDelivery({ key, schoolId, subject, to: person }, at, { onAmbiguous: 'send-once-more' });
  });
}
