import { z } from 'zod/v4';
import { SubmissionId } from '../../domain/delivery/submission.ts';
import { number, reference, text, tick } from '../verb-fields.ts';

/** Who is asked and the hash of what they read. Neither is believed: the store says whose it is and what it asks. */
const somebody = z.strictObject({ signatory: z.string().regex(/^[0-9a-f]{32}$/) });
const signing = somebody.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/) });
const receipt = z.strictObject({ receipt: reference });

/** The buttons with which somebody reads, signs, asks or says that they cannot agree. */
export const signingVerbs = {
  'signoffs.show': somebody,
  'signoffs.read': signing.extend({ page: number }),
  'signoffs.declare': signing,
  'signoffs.sign': signing.extend({
    submission: SubmissionId,
    name: text,
    ...{ s1: tick, s2: tick, s3: tick, s4: tick, s5: tick, s6: tick },
    ...{ s7: tick, s8: tick, s9: tick, s10: tick, s11: tick, s12: tick },
  }),
  'signoffs.question': signing,
  'signoffs.cannot': signing,
  'signoffs.send': signing.extend({ submission: SubmissionId, what: z.enum(['query', 'decline']), text }),
  'signoffs.receipt': receipt,
  'signoffs.copy': receipt,
} as const;
