import { z } from 'zod/v4';
import { isReference } from '../../domain/delivery/reference.ts';
import { SubmissionId } from '../../domain/delivery/submission.ts';

/** What somebody typed into a form. A client leaves out what is empty; the feature says what is too long. */
const text = z.string().max(50_000).default('');
const day = z.union([z.iso.date(), z.literal('')]).default('');
const page = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);
/** A policy's id, or nothing. */
const policy = z
  .string()
  .max(200)
  .regex(/^[a-z0-9-]*$/)
  .default('');
/** Ids of groups with commas between, as a choice of several comes. */
const groups = z
  .string()
  .max(2_000)
  .regex(/^[a-z0-9,-]*$/)
  .default('')
  .transform((ids) => ids.split(',').filter((id) => id !== ''));
const signatoryId = z.string().regex(/^[0-9a-f]{32}$/);

const campaign = z.strictObject({ campaign: z.string().max(20).refine(isReference) });
const act = campaign.extend({ submission: SubmissionId });
const somebody = campaign.extend({ signatory: signatoryId });
const actOnSomebody = somebody.extend({ submission: SubmissionId });
/** A campaign as it was composed: a sealed text, whatever is in it. */
const draft = z.strictObject({
  draft: z
    .string()
    .max(8_000)
    .regex(/^[\w.-]+$/),
});
const composed = z.strictObject({
  groups,
  why: text,
  dueOn: day,
  chaseEvery: z.union([z.literal('usual'), z.string().regex(/^\d{1,2}$/)]).default('usual'),
  again: z.enum(['yes', 'no']).default('no'),
});

/** The buttons with which the head asks for signatures. Nothing about the person is ever taken from their data. */
export const campaignVerbs = {
  'campaigns.list': z.strictObject({ page }),
  'campaigns.compose': z.strictObject({ policy }),
  'campaigns.compose-other': z.strictObject({}),
  'campaigns.plan': composed.extend({ policy }),
  'campaigns.plan-other': composed.extend({ title: text, edition: text, link: text, text, statements: text }),
  'campaigns.audience': z.strictObject({ policy, groups, page }),
  'campaigns.preview': draft,
  'campaigns.previewed': z.strictObject({}),
  'campaigns.open': draft.extend({ submission: SubmissionId }),
  'campaigns.confirm': act.extend({ answer: z.enum(['yes', 'no']) }),
  'campaigns.sample': campaign,
  'campaigns.show': campaign,
  'campaigns.people': campaign.extend({ state: z.enum(['outstanding', 'all']), page }),
  'campaigns.person': campaign.extend({ signatory: z.union([signatoryId, z.literal('')]).default('') }),
  'campaigns.form': campaign.extend({
    signatory: z.union([signatoryId, z.literal('')]),
    form: z.enum(['extend', 'exempt', 'paper', 'close']),
  }),
  'campaigns.extend': actOnSomebody.extend({ day, note: text }),
  'campaigns.exempt': actOnSomebody.extend({ reason: text }),
  'campaigns.again': actOnSomebody,
  'campaigns.paper': actOnSomebody.extend({
    on: z.enum(['paper', 'device']).default('paper'),
    typedName: text,
    witness: text,
    place: text,
  }),
  'campaigns.remind': act,
  'campaigns.close': act,
  'campaigns.file': campaign.extend({ what: z.enum(['csv', 'pdf', 'bundle']) }),
} as const;
