import { z } from 'zod/v4';
import { addresseesShown } from '../../cards/broadcasts/people.ts';
import { broadcastForms } from '../../cards/broadcasts/form.ts';
import { broadcastButtons, broadcastTemplates } from '../../domain/broadcasts/broadcast.ts';
import { SubmissionId } from '../../domain/delivery/submission.ts';
import { day, draft, groups, number, policy, reference, text } from '../verb-fields.ts';

const buttons = z
  .string()
  .max(40)
  .default('')
  .transform((words) => words.split(',').filter((word) => word !== ''))
  .pipe(z.array(z.enum(broadcastButtons)));
const noneOr = (kind: z.ZodType<string>) => z.union([z.enum(['none', '']), kind]).default('none');

const broadcast = z.strictObject({ broadcast: reference });
const act = broadcast.extend({ submission: SubmissionId });
const addressee = z.strictObject({ addressee: z.string().regex(/^[0-9a-f]{32}$/) });

/** The buttons of writing to many, and of what many get. Nothing about the person is ever taken from their data. */
export const broadcastVerbs = {
  'broadcasts.list': z.strictObject({ page: number }),
  'broadcasts.compose': z.strictObject({ policy }),
  'broadcasts.recompose': draft,
  'broadcasts.plan': z.strictObject({
    template: z.enum(broadcastTemplates).default('notice'),
    message: text,
    policy,
    clause: text,
    groups,
    schools: groups,
    unsigned: noneOr(reference),
    buttons,
    channel: z.enum(['yes', 'no']).default('no'),
    day,
    time: z.union([z.string().regex(/^\d\d:\d\d$/), z.literal('')]).default(''),
  }),
  'broadcasts.audience': z.strictObject({ groups, campaign: z.union([z.literal(''), reference]), page: number }),
  'broadcasts.preview': draft,
  'broadcasts.open': draft.extend({ submission: SubmissionId }),
  'broadcasts.confirm': act.extend({ answer: z.enum(['yes', 'no']) }),
  'broadcasts.sample': broadcast,
  'broadcasts.show': broadcast,
  'broadcasts.people': broadcast.extend({ state: z.enum(addresseesShown), page: number }),
  'broadcasts.form': broadcast.extend({ form: z.enum(broadcastForms) }),
  'broadcasts.correct': act.extend({ message: text }),
  'broadcasts.cancel': act,
  'broadcasts.recall': act,
  'broadcasts.again': act,
  'broadcasts.file': broadcast.extend({ what: z.enum(['csv', 'pdf']) }),
  'broadcasts.act': addressee.extend({ what: z.enum(broadcastButtons) }),
  'broadcasts.read': addressee.extend({ page: number }),
} as const;
