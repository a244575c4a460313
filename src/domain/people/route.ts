import { z } from 'zod/v4';
import { incidentKinds } from '../incidents/incident-kind.ts';
import { Role } from './role.ts';
import { Slug } from './slug.ts';

/** A clause of the school's policies. */
export const ClauseKey = z.string().regex(/^[a-z0-9-]+#[a-z0-9-]+$/, 'write it as <policy id>#<clause id>');

/**
 * Whom a report can be about, for a rule. `head`, `chair` and `dsl` mean whoever stands for that role on the day: holders,
 * whoever covers for them, the registered person with the chair, the deputies with the DSL. `adult` is any adult of the
 * school, those included, and whoever is reported for what an adult of the school did.
 */
export const aboutGroups = ['head', 'chair', 'dsl', 'adult', 'pupil', 'outsider', 'not-known'] as const;
export type AboutGroup = (typeof aboutGroups)[number];

/** Where an image is, as a reporter can say it. */
export const imagePlaces = ['pupil-device', 'school-device', 'staff-device', 'online', 'not-known'] as const;
export type ImagePlace = (typeof imagePlaces)[number];

/**
 * Who gets a report, and by which clause. It fits a report when the kind is one of `kinds`, somebody it is about is in one
 * of `about`, and the image is on one of `imageOn`; whatever of these is left out fits always.
 */
export const Route = z
  .strictObject({
    /** Its name in `staffroom routes`; kept with every report that it decided. */
    rule: Slug,
    kinds: z.array(z.enum(incidentKinds)).min(1).optional(),
    about: z.array(z.enum(aboutGroups)).min(1).optional(),
    imageOn: z.array(z.enum(imagePlaces)).min(1).optional(),
    /** Who receives it, all of them; never a person that it is about. Empty: only somebody outside. */
    to: z.array(Role).default([]),
    /** Ids of contacts who have to be told as well, or instead where `to` is empty. A person does that; the bot cannot. */
    outside: z.array(Slug).default([]),
    /** The clause that says so. */
    clause: ClauseKey.optional(),
  })
  .refine(
    ({ to, outside }) => to.length + outside.length > 0,
    'say who gets it: "to" roles, "outside" contacts or both',
  );
export type Route = z.infer<typeof Route>;
