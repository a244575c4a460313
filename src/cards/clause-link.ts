import { z } from 'zod/v4';
import { certainties } from '../domain/answering/certainty.ts';

/** The data of the verbs `answering.section` and `answering.answer`: keys of clauses, how the first one was shown, and whether a
 * language model chose them or found none. */
export const ClauseLink = z.strictObject({
  clause: z.string(),
  others: z.array(z.string()),
  certainty: z.enum(certainties),
  byReader: z.boolean(),
});
export type ClauseLink = z.infer<typeof ClauseLink>;
