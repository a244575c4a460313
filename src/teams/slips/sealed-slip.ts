import { z } from 'zod/v4';
import { slipKinds } from '../../domain/slips/slip-kind.ts';
import type { SlipDraft } from '../../domain/slips/submit-slip.ts';
import { createSealedDraft } from '../sealed-draft.ts';

const Draft: z.ZodType<SlipDraft> = z.strictObject({
  kind: z.enum(slipKinds),
  clause: z.string().optional(),
  texts: z.array(z.string()),
  inOneGo: z.boolean(),
  until: z.string(),
  aboutHead: z.boolean(),
  aboutNamed: z.boolean().optional(),
});

/** What somebody wants to tell or ask, while they are asked one more question. It stands on the card four times. */
export const sealedSlip = createSealedDraft('slip-draft', { schema: Draft, longest: 1_800 });
