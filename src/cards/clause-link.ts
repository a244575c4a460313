import { z } from 'zod/v4';

/** The data of the verbs `answering.section` and `answering.answer`: keys of clauses and nothing else. */
export const ClauseLink = z.strictObject({ clause: z.string(), others: z.array(z.string()) });
export type ClauseLink = z.infer<typeof ClauseLink>;
