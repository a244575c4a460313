import { z } from 'zod/v4';
import { Person } from '../people/school.ts';
import { tellRepeats } from '../people/tell-repeats.ts';

/** Somebody of the central team, named as school.yaml names people: by object id, or by a sign-in name that is bound once. */
export const CentralPerson = Person.pick({ name: true, objectId: true, upn: true });

/** `policies/trust.yaml`: the trust whose schools have their folders beside it, and who sees their totals. */
export const Trust = z
  .strictObject({ name: z.string().min(2), people: z.array(CentralPerson).min(1) })
  .superRefine(({ people }, context) => {
    const tell = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    people.forEach((person, i) => {
      if (person.objectId === undefined && person.upn === undefined)
        tell(['people', i, 'name'], 'give an objectId or a upn beside the name: Teams knows nobody by a name alone');
    });
    tellRepeats(people, ['objectId', 'upn'], 'people', tell);
  });
export type Trust = z.infer<typeof Trust>;
