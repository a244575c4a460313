import type { Answers } from '../../domain/incidents/answers.ts';
import type { StaffChoice } from '../../domain/incidents/staff-choices.ts';
import type { AskedField, AskedStep } from '../../domain/incidents/steps-for.ts';
import { dayText } from '../day-text.ts';
import { subjectTitle } from './field.ts';

/** An answer as its reporter reads it back: "What you saw or heard yourself", and the words. */
export interface AnswerLine {
  readonly label: string;
  readonly text: string;
}

/** The answers of a card, each as text; those that were not given are left out. */
export function readBack(step: AskedStep, answers: Answers, staff: readonly StaffChoice[]): AnswerLine[] {
  return step.fields.flatMap((field) => {
    const text = answerText(field, answers, staff);
    return text === '' ? [] : [{ label: labelOf(field), text: text.replace(/\s*\n\s*/g, ' / ') }];
  });
}

/** The title above has asked a yes-no question already. */
function labelOf({ kind, label }: AskedField): string {
  return kind === 'yes-no' ? 'Your answer' : label.replace(/\?$/, '');
}

function answerText({ name, kind, choices }: AskedField, answers: Answers, staff: readonly StaffChoice[]): string {
  if (kind === 'about') {
    return answers.about
      .map((subject) => staff.find((each) => each.subject === subject)?.title ?? subjectTitle(subject))
      .join(' · ');
  }
  const given = answers[name];
  if (kind === 'tick') return given === true ? 'Yes' : '';
  if (typeof given !== 'string' || given === '') return '';
  if (kind === 'date') return dayText(given);
  return choices?.find(({ value }) => value === given)?.title ?? given;
}
