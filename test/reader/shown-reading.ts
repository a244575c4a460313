import { z } from 'zod/v4';

/** What a model is shown, and nothing else. */
export const Reading = z.strictObject({
  question: z.string(),
  clauses: z.array(z.strictObject({ id: z.string(), words: z.string() })),
});
export type Reading = z.infer<typeof Reading>;
