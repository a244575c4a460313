import { z } from 'zod/v4';
import type { CampaignDraft } from '../../domain/signoffs/campaign-draft.ts';
import { createSealedDraft } from '../sealed-draft.ts';

const Draft: z.ZodType<CampaignDraft> = z.strictObject({
  document: z.union([
    z.strictObject({ kind: z.literal('policy'), policyId: z.string() }),
    z.strictObject({
      kind: z.literal('other'),
      title: z.string(),
      edition: z.string(),
      link: z.string(),
      text: z.string(),
      statements: z.array(z.string()),
    }),
  ]),
  groups: z.array(z.string()),
  why: z.string(),
  dueOn: z.string(),
  chaseEvery: z.number().optional(),
  again: z.boolean().optional(),
});

/** A campaign as the head composed it. It stands on a card four times, with the names beside it. */
export const sealedCampaign = createSealedDraft('campaign-draft', { schema: Draft, longest: 1_000 });
