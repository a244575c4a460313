import { z } from 'zod/v4';
import type { BroadcastDraft } from '../../domain/broadcasts/broadcast-draft.ts';
import { broadcastButtons, broadcastTemplates } from '../../domain/broadcasts/broadcast.ts';
import { createSealedDraft } from '../sealed-draft.ts';

const Draft: z.ZodType<BroadcastDraft> = z.strictObject({
  template: z.enum(broadcastTemplates),
  policyId: z.string().optional(),
  clauseId: z.string().optional(),
  message: z.string(),
  buttons: z.array(z.enum(broadcastButtons)),
  audience: z.union([
    z.strictObject({ kind: z.literal('everybody') }),
    z.strictObject({ kind: z.literal('groups'), groups: z.array(z.string()) }),
    z.strictObject({ kind: z.literal('unsigned'), campaignId: z.string() }),
  ]),
  channel: z.boolean(),
  schools: z.array(z.string()).optional(),
  sendAt: z.string().optional(),
});

/** A broadcast as it was composed. It stands on a card six times, with the message and names beside it. */
export const sealedBroadcast = createSealedDraft('broadcast-draft', { schema: Draft, longest: 900 });
