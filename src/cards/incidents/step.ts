import { z } from 'zod/v4';
import type { Answers } from '../../domain/incidents/answers.ts';
import type { RankedClause } from '../../domain/answering/answer.ts';
import { stepIds } from '../../domain/incidents/incident-steps.ts';
import type { RouteDecision } from '../../domain/incidents/route-decision.ts';
import type { StaffChoice } from '../../domain/incidents/staff-choices.ts';
import type { AskedStep } from '../../domain/incidents/steps-for.ts';
import type { School } from '../../domain/people/school.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';
import { noQuotation, QuotationView, toQuotation } from '../quotation.ts';
import { beforeYouBegin } from './before-you-begin.ts';
import { DangerView, toDangerView, type Danger } from './danger.ts';
import { FieldView, toFieldViews } from './field.ts';

const ButtonData = { draft: z.string(), turn: z.string(), step: z.enum(stepIds) };

const StepView = z.strictObject({
  /** "Report · step 3 of 9" */
  progress: z.string(),
  ...DangerView,
  hasBefore: z.boolean(),
  before: Lines,
  hasNotice: z.boolean(),
  notice: z.string(),
  problems: Lines,
  title: z.string(),
  guidance: Lines,
  hasQuote: z.boolean(),
  quote: QuotationView,
  hasRoute: z.boolean(),
  route: z.string(),
  fields: z.array(FieldView),
  /** The answers of a question that takes one press. */
  quick: z.array(z.strictObject({ title: z.string(), answer: z.enum(['yes', 'no', 'not-known']), ...ButtonData })),
  isForm: z.boolean(),
  canAdd: z.boolean(),
  canBack: z.boolean(),
  canSend: z.boolean(),
  canType: z.boolean(),
  ...ButtonData,
});
export type StepView = z.infer<typeof StepView>;

/** One question of the dialog, with what to do and not to do beside it. */
export const stepCard = defineCard('incidents/step', StepView);

export interface StepInput {
  readonly school: School;
  readonly today: string;
  readonly draftId: string;
  readonly answers: Answers;
  readonly step: AskedStep;
  readonly staff: readonly StaffChoice[];
  readonly danger: Danger;
  /** Where it goes, once it was said whom it is about. */
  readonly route?: RouteDecision | undefined;
  /** The school's own clause for this question, where there is one. */
  readonly clause?: RankedClause | undefined;
  /** An answer of the read-back is being changed. */
  readonly editing: boolean;
  readonly notice?: string | undefined;
  readonly problems?: readonly string[] | undefined;
}

/** Room for the clause's words, in bytes. */
const quoteLimit = 1_400;

export function toStepView(input: StepInput): StepView {
  const { school, today, draftId, answers, step, staff, danger, route, clause, editing, notice, problems = [] } = input;
  const data = { draft: draftId, turn: String(answers.turn), step: step.id };
  const [first] = step.fields;
  const quick = first?.kind === 'yes-no' ? (first.choices ?? []) : [];
  return {
    progress: `Report · step ${step.number} of ${step.count}`,
    ...toDangerView(danger),
    hasBefore: step.id === 'danger',
    before: step.id === 'danger' ? beforeYouBegin(school) : [],
    hasNotice: notice !== undefined,
    notice: notice ?? '',
    problems: problems.map((text) => ({ text })),
    title: step.title,
    guidance: step.guidance.map((text) => ({ text: `• ${text}` })),
    hasQuote: clause !== undefined,
    quote: clause ? toQuotation(clause.policy, clause.clause, today, quoteLimit) : noQuotation,
    hasRoute: route !== undefined,
    route: cutText(route?.reason ?? '', 800),
    fields: toFieldViews(step.fields, answers, staff),
    quick: quick.flatMap(({ title, value }) => {
      const answer = z.enum(['yes', 'no', 'not-known']).safeParse(value);
      return answer.success ? [{ title, answer: answer.data, ...data }] : [];
    }),
    isForm: quick.length === 0,
    canAdd: step.fields.some(({ kind }) => kind === 'about'),
    canBack: step.number > 1 || editing,
    canSend: answers.about.length > 0,
    canType: step.id === 'danger' && !editing,
    ...data,
  };
}
