import type { Delivery } from '../delivery/delivery.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Person, School } from '../people/school.ts';
import type { Checkpoint } from './entry.ts';

/**
 * Who keeps the hashes of checkpoints outside of the server, in their own chat: the data protection officer, else the
 * chair; of several the first who can be reached. `objectIdOf` gives a person's Entra object id where it is known.
 */
export function findWitness(
  { people }: School,
  objectIdOf: (person: Person) => string | undefined,
): string | undefined {
  for (const role of ['dpo', 'chair'] as const) {
    for (const person of people) {
      const objectId = person.roles.includes(role) ? objectIdOf(person) : undefined;
      if (objectId) return objectId;
    }
  }
  return undefined;
}

/** What is owed to the witness for a checkpoint. Ambiguous sends are left: the next checkpoint covers this one too. */
export function owedForCheckpoint({ schoolId, chain, seq, hash }: Checkpoint, to: PersonKey, now: Date): Delivery {
  const key = `${schoolId}:checkpoint:${chain}-${seq}:${to.objectId}`;
  return newDelivery({ key, schoolId, subject: { kind: 'checkpoint', chain, seq, hash }, to }, now.toISOString());
}
