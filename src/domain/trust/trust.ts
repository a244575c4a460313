import { z } from 'zod/v4';
import { Person } from '../people/school.ts';

/** Somebody of the central team, named as school.yaml names people: by object id, or by a sign-in name that is bound once. */
export const CentralPerson = Person.pick({ name: true, objectId: true, upn: true });

/** `policies/trust.yaml`: the trust whose schools have their folders beside it, and who sees their totals. */
export const Trust = z
  .strictObject({ name: z.string().min(2), people: z.array(CentralPerson).min(1) })
  .superRefine(({ people }, context) =>
    people.forEach((person, i) => {
      const tell = (key: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['people', i, key], message });
      if (person.objectId === undefined && person.upn === undefined)
        tell('name', 'give an objectId or a upn beside the name: Teams knows nobody by a name alone');
      for (const key of ['objectId', 'upn'] as const)
        if (person[key] !== undefined && people.findIndex((one) => one[key] === person[key]) < i)
          tell(key, `an earlier entry has the same ${key}; name each person once`);
    }),
  );
export type Trust = z.infer<typeof Trust>;
