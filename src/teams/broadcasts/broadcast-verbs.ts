import { z } from 'zod/v4';
import { addresseesShown } from '../../cards/broadcasts/people.ts';
import { broadcastForms } from '../../cards/broadcasts/form.ts';
import { broadcastButtons, broadcastTemplates } from '../../domain/broadcasts/broadcast.ts';
import { isReference } from '../../domain/delivery/reference.ts';
import { SubmissionId } from '../../domain/delivery/submission.ts';

/** What somebody typed into a form. A client leaves out what is empty; the feature says what is too long. */
const text = z.string().max(50_000).default('');
const page = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);
const slug = z
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
const buttons = z
  .string()
  .max(40)
  .default('')
  .transform((words) => words.split(',').filter((word) => word !== ''))
  .pipe(z.array(z.enum(broadcastButtons)));
const reference = z.string().max(20).refine(isReference);
const noneOr = (kind: z.ZodType<string>) => z.union([z.enum(['none', '']), kind]).default('none');

const broadcast = z.strictObject({ broadcast: reference });
const act = broadcast.extend({ submission: SubmissionId });
/** A broadcast as it was composed: a sealed text, whatever is in it. */
const draft = z.strictObject({
  draft: z
    .string()
    .max(8_000)
    .regex(/^[\w.-]+$/),
});
const addressee = z.strictObject({ addressee: z.string().regex(/^[0-9a-f]{32}$/) });

/** The buttons of writing to many, and of what many get. Nothing about the person is ever taken from their data. */
export const broadcastVerbs = {
  'broadcasts.list': z.strictObject({ page }),
  'broadcasts.compose': z.strictObject({ policy: slug }),
  'broadcasts.recompose': draft,
  'broadcasts.plan': z.strictObject({
    template: z.enum(broadcastTemplates).default('notice'),
    message: text,
    policy: slug,
    clause: text,
    groups,
    unsigned: noneOr(reference),
    buttons,
    channel: z.enum(['yes', 'no']).default('no'),
    day: z.union([z.iso.date(), z.literal('')]).default(''),
    time: z.union([z.string().regex(/^\d\d:\d\d$/), z.literal('')]).default(''),
  }),
  'broadcasts.audience': z.strictObject({ groups, campaign: z.union([z.literal(''), reference]), page }),
  'broadcasts.preview': draft,
  'broadcasts.open': draft.extend({ submission: SubmissionId }),
  'broadcasts.confirm': act.extend({ answer: z.enum(['yes', 'no']) }),
  'broadcasts.sample': broadcast,
  'broadcasts.show': broadcast,
  'broadcasts.people': broadcast.extend({ state: z.enum(addresseesShown), page }),
  'broadcasts.form': broadcast.extend({ form: z.enum(broadcastForms) }),
  'broadcasts.correct': act.extend({ message: text }),
  'broadcasts.cancel': act,
  'broadcasts.recall': act,
  'broadcasts.again': act,
  'broadcasts.file': broadcast.extend({ what: z.enum(['csv', 'pdf']) }),
  'broadcasts.act': addressee.extend({ what: z.enum(broadcastButtons) }),
  'broadcasts.read': addressee.extend({ page }),
} as const;
