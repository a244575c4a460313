import { stepIds, type FieldName, type StepId } from './incident-steps.ts';
import type { AskedStep } from './steps-for.ts';

/** Where a report stands that is being written: the card, and the question on it where the reporter answers by writing. */
export interface DialogPlace {
  readonly step: StepId;
  readonly field?: FieldName | 'aboutRecipient' | undefined;
  /** An answer of the read-back is being changed: after it comes the read-back again. */
  readonly editing: boolean;
}

const form = /^([a-z]+)(?:\/([a-zA-Z]+))?(!?)$/;

/** `when`, `when/place`, `when!`: what `Answers.at` holds. */
export function writePlace({ step, field, editing }: DialogPlace): string {
  return `${step}${field ? `/${field}` : ''}${editing ? '!' : ''}`;
}

export function readPlace(at: string): DialogPlace {
  const [, name, field, mark] = form.exec(at) ?? [];
  const step = stepIds.find((id) => id === name) ?? 'danger';
  return { step, ...(field && { field: field as FieldName }), editing: mark === '!' };
}

/** The card after this one; from one that is changed, back to the read-back. */
export function placeAfter({ step, editing }: DialogPlace, steps: readonly AskedStep[]): DialogPlace {
  if (editing) return { step: 'review', editing: false };
  const at = steps.findIndex(({ id }) => id === step);
  return { step: steps[at + 1]?.id ?? 'review', editing: false };
}

export function placeBefore({ step, editing }: DialogPlace, steps: readonly AskedStep[]): DialogPlace {
  if (editing) return { step: 'review', editing: false };
  const at = steps.findIndex(({ id }) => id === step);
  return { step: steps[Math.max(at - 1, 0)]?.id ?? 'danger', editing: false };
}

/** The next question of the card for somebody who answers by writing; undefined behind the last one. */
export function fieldAfter({ field }: DialogPlace, { fields }: AskedStep): FieldName | undefined {
  const at = fields.findIndex(({ name }) => name === field);
  return fields[at + 1]?.name;
}
