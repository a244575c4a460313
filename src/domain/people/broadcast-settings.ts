import { z } from 'zod/v4';
import { broadcastTemplates } from '../broadcasts/broadcast.ts';
import { Slug } from './slug.ts';

/** Who may write to many people beside the head, whoever stands in and the head's delegate. Every key may be left out. */
export const BroadcastSettings = z.strictObject({
  delegates: z
    .array(
      z.strictObject({
        /** The id of a person of this file. */
        person: Slug,
        templates: z.array(z.enum(broadcastTemplates)).min(1, 'name at least one of review, sign-off and notice'),
        /** Ids of the groups that they may write to; left out: everybody. */
        groups: z.array(Slug).default([]),
      }),
    )
    .default([]),
});
