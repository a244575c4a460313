import { z } from 'zod/v4';
import { incidentKinds } from '../incidents/incident-kind.ts';
import { incidentSteps } from '../incidents/incident-step.ts';
import { mayBeAsked, optionalQuestions, wordedQuestions } from '../incidents/question-id.ts';
import { ClauseKey } from './route.ts';
import { Slug } from './slug.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time in quotation marks, as "08:30"');
const date = z.iso.date('use a date that exists, as YYYY-MM-DD');

/** The hours of a school day where school.yaml gives none. */
export const usualHours = { from: '08:30', to: '16:00' } as const;

/** A question in the school's own words, or left out where another question covers what it asks. */
const Question = z.strictObject({
  ask: z.boolean().default(true),
  text: z
    .string()
    .min(5)
    .max(200, 'ask it in 200 characters at most')
    .refine(mayBeAsked, 'do not ask for pictures, reasons or private details, and promise no secrecy')
    .optional(),
});

/** How a school takes reports; `routes` says who gets them. */
export const Reporting = z.strictObject({
  /** The contact that reporters are given when no DSL is there: children's social care in the evening and at weekends. */
  outOfHours: Slug,
  /** When a DSL is there on a school day, in the school's time zone. */
  hours: z
    .strictObject({ from: clockTime, to: clockTime })
    .refine(({ from, to }) => from < to, 'the school day ends before it begins')
    .default(usualHours),
  /** Days within a term on which the school is closed. */
  closed: z.array(date).default([]),
  /** The only kinds that reporters are offered, where another system takes the rest. Absent: all. */
  limitTo: z.array(z.enum(incidentKinds)).min(1).optional(),
  /** How long a report is kept once it was recorded in the school's own system. */
  keepDays: z.int().min(0).max(90, 'keep them for 90 days at most; the record is in your own system').default(90),
  /**
   * What the policies demand of whoever deals with a report: in place of the usual steps for the kinds that are named here,
   * for every kind where `kinds` is left out. A kind that no entry names keeps the usual steps.
   */
  steps: z
    .array(
      z.strictObject({
        step: z.enum(incidentSteps),
        kinds: z.array(z.enum(incidentKinds)).min(1).optional(),
        clause: ClauseKey,
      }),
    )
    .optional(),
  questions: z
    .partialRecord(z.enum(wordedQuestions), Question)
    .superRefine((questions, context) => {
      for (const id of wordedQuestions)
        if (questions[id]?.ask === false && !optionalQuestions.includes(id))
          context.addIssue({
            code: 'custom',
            path: [id, 'ask'],
            message: `this question cannot be left out; these can: ${optionalQuestions.join(', ')}`,
          });
    })
    .default({}),
});
export type Reporting = z.infer<typeof Reporting>;
