import { z } from 'zod/v4';
import { stepTitles } from '../../domain/incidents/demanded-steps.ts';
import type { IncidentStep } from '../../domain/incidents/incident-step.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';

const formFields = {
  title: z.string(),
  hasProblem: z.boolean(),
  problem: z.string(),
  report: z.string(),
  submission: z.string(),
};
const WriteView = z.strictObject({
  ...formFields,
  lines: Lines,
  quoted: Lines,
  footer: z.string(),
  button: z.string(),
  form: z.string(),
  /** The number of the question that is answered; empty for other forms. */
  question: z.string(),
  hasBack: z.boolean(),
});
const StepView = z.strictObject({ ...formFields, step: z.string() });
const PlainView = z.strictObject(formFields);
export type WriteView = z.infer<typeof WriteView>;

/** One text and what it is for: a question to the reporter, closing, reopening, the reporter's answer or addition. */
export const writeCard = defineCard('reports/write', WriteView);
export const noteCard = defineCard('reports/note', PlainView);
export const handOverCard = defineCard('reports/hand-over', PlainView);
export const stepCard = defineCard('reports/step', StepView);

export const writeForms = ['ask', 'close', 'reopen', 'reply', 'add'] as const;
export type WriteForm = (typeof writeForms)[number];

interface FormInput {
  readonly report: string;
  readonly submission: string;
  readonly problem?: string | undefined;
}

function fieldsOf(title: string, { report, submission, problem }: FormInput) {
  return { title, hasProblem: problem !== undefined, problem: problem ?? '', report, submission };
}

/** `question`: the words that a reply answers, and the number of the event that asked. */
export function toWriteView(
  form: WriteForm,
  input: FormInput & { question?: { text: string; seq: number; from: string }; secondCopy?: boolean },
): WriteView {
  const { report, question, secondCopy = false } = input;
  const { title, lines, button, footer } = wordsOf(form, report);
  const asked = question ? [`${question.from} asks:`] : [];
  return {
    ...fieldsOf(secondCopy ? `Second copy of ${report}: ${title}` : title, input),
    lines: [...lines, ...asked].map((text) => ({ text })),
    quoted: question ? [{ text: cutText(question.text, 12_000) }] : [],
    footer,
    button,
    form,
    question: question ? String(question.seq) : '',
    hasBack: form !== 'reply' && form !== 'add',
  };
}

function wordsOf(form: WriteForm, id: string): { title: string; lines: string[]; button: string; footer: string } {
  const kept = 'It is added to the report and can be added to later, never changed.';
  switch (form) {
    case 'ask':
      return {
        title: `Ask the reporter of ${id}`,
        lines: [
          'The question goes into their own chat with Staffroom, so leave out names where you can. Their answer comes to you.',
        ],
        button: 'Send the question',
        footer: kept,
      };
    case 'close':
      return {
        title: `Close ${id}`,
        lines: ['What came of it? The reporter is told that it was closed, and not what you write.'],
        button: 'Close the report',
        footer: kept,
      };
    case 'reopen':
      return { title: `Reopen ${id}`, lines: ['Why is it opened again?'], button: 'Reopen the report', footer: kept };
    case 'reply':
      return {
        title: `A question about your report ${id}`,
        lines: [],
        button: 'Send the answer',
        footer: 'It goes to those who received your report, and to nobody else.',
      };
    case 'add':
      return {
        title: `Add something to ${id}`,
        lines: ['It goes to those who received your report, and to nobody else.'],
        button: 'Add it',
        footer: kept,
      };
  }
}

export function toNoteView(input: FormInput): z.infer<typeof PlainView> {
  return fieldsOf(`Note something about ${input.report}`, input);
}

export function toHandOverView(input: FormInput): z.infer<typeof PlainView> {
  return fieldsOf(`Hand ${input.report} over`, input);
}

export function toStepView(step: IncidentStep, input: FormInput): z.infer<typeof StepView> {
  return { ...fieldsOf(`${stepTitles[step]}: ${input.report}`, input), step };
}
