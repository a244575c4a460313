import { z } from 'zod/v4';
import { SubmissionId } from '../../domain/delivery/submission.ts';
import { day, draft, groups, number, policy, reference, text } from '../verb-fields.ts';

const signatoryId = z.string().regex(/^[0-9a-f]{32}$/);

const campaign = z.strictObject({ campaign: reference });
const act = campaign.extend({ submission: SubmissionId });
const somebody = campaign.extend({ signatory: signatoryId });
const actOnSomebody = somebody.extend({ submission: SubmissionId });
const composed = z.strictObject({
  groups,
  why: text,
  dueOn: day,
  chaseEvery: z.union([z.literal('usual'), z.string().regex(/^\d{1,2}$/)]).default('usual'),
  again: z.enum(['yes', 'no']).default('no'),
});

/** The buttons with which the head asks for signatures. Nothing about the person is ever taken from their data. */
export const campaignVerbs = {
  'campaigns.list': z.strictObject({ page: number }),
  'campaigns.compose': z.strictObject({ policy }),
  'campaigns.compose-other': z.strictObject({}),
  'campaigns.plan': composed.extend({ policy }),
  'campaigns.plan-other': composed.extend({ title: text, edition: text, link: text, text, statements: text }),
  'campaigns.audience': z.strictObject({ policy, groups, page: number }),
  'campaigns.preview': draft,
  'campaigns.previewed': z.strictObject({}),
  'campaigns.open': draft.extend({ submission: SubmissionId }),
  'campaigns.confirm': act.extend({ answer: z.enum(['yes', 'no']) }),
  'campaigns.sample': campaign,
  'campaigns.show': campaign,
  'campaigns.people': campaign.extend({ state: z.enum(['outstanding', 'all']), page: number }),
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
