import { z } from 'zod/v4';
import { SubmissionId } from '../../domain/delivery/submission.ts';
import { registerGroups } from '../../domain/slips/register.ts';
import { slipKinds, slipWays } from '../../domain/slips/slip-kind.ts';
import { day, draft, number, reference, text } from '../verb-fields.ts';

const kind = z.enum(slipKinds);
/** The clause on whose card it began, or none; whether the school has it is found out later. */
const clause = z
  .string()
  .max(200)
  .regex(/^([a-z0-9-]+#[a-z0-9-]+)?$/)
  .default('');
const yesNo = z.enum(['yes', 'no']).default('no');
const act = z.strictObject({ slip: reference, submission: SubmissionId });
/** The inputs of the card of a slip; each button takes what is its own. */
const inputs = { left: text, until: day, why: text, reason: text };
const filter = {
  show: z.enum(registerGroups).default('all'),
  kind: z.enum(['all', ...slipKinds]).default('all'),
  /** Somebody's object id, to look for what they sent. */
  who: z.union([z.guid(), z.enum(['all', ''])]).default(''),
  from: day,
  to: day,
};

/** The buttons by which staff tell and ask, the head answers, and both see what became of it. */
export const slipVerbs = {
  'slips.choose': z.strictObject({ way: z.enum(slipWays) }),
  'slips.compose': z.strictObject({ kind: kind.optional(), clause, way: z.enum(slipWays).default('ask') }),
  'slips.send': z.strictObject({
    ...{ kind, clause, whole: yesNo, submission: SubmissionId },
    ...{ a1: text, a2: text, a3: text, a4: text, until: day, about: yesNo },
    named: z.enum(['yes', 'no']).optional(),
  }),
  'slips.named': draft.extend({ about: yesNo, submission: SubmissionId }),
  'slips.open': z.strictObject({ slip: reference }),
  'slips.list': z.strictObject({ page: number }),
  'slips.answer': act.extend({
    answer: z.union([z.enum(['given', 'refused', 'noted', 'talk', 'hr', 'lado']), z.literal('')]).default(''),
    until: day,
    text,
  }),
  'slips.renew': act.extend(inputs),
  'slips.withdraw': act.extend(inputs),
  'slips.end': act.extend({ ...inputs, done: z.enum(['yes', 'no']) }),
  'slips.register': z.strictObject({ ...filter, page: number }),
  'slips.file': z.strictObject({ ...filter, as: z.enum(['csv', 'pdf']) }),
} as const;
