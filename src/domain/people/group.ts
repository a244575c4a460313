import { z } from 'zod/v4';
import { Slug } from './slug.ts';

/** Whom a policy can be for among those who sign it. */
export const groupAudiences = ['staff', 'governors', 'volunteers', 'contractors'] as const;
export type GroupAudience = (typeof groupAudiences)[number];

/** People who are asked together, and answered for as one bar of a chart. Somebody can be in several. */
export const Group = z.strictObject({
  id: Slug,
  name: z.string().min(2).max(60, 'keep the name to 60 characters'),
  audience: z.enum(groupAudiences).default('staff'),
  /** Ids of people of school.yaml. */
  people: z.array(Slug).default([]),
  /** Members of the staff team, by sign-in name or object id. */
  members: z
    .array(
      z
        .union([z.email(), z.guid()], 'write a sign-in name or an Entra object id')
        .transform((name) => name.toLowerCase()),
    )
    .default([]),
});
export type Group = z.infer<typeof Group>;
