import type { FieldName } from '../../domain/incidents/incident-steps.ts';
import type { AskedField } from '../../domain/incidents/steps-for.ts';
import type { MessageView } from '../messages/message.ts';
import { beforeYouBegin } from './before-you-begin.ts';
import { toDangerView } from './danger.ts';
import { readBack } from './read-back.ts';
import type { StepInput } from './step.ts';

/**
 * A question in words, for somebody who answers by writing: what to do, the choices with their numbers, and what else can
 * be written. At most eight paragraphs, and nothing of what was answered but of the question itself.
 */
export function toPromptView(
  input: StepInput & { readonly field: FieldName | 'aboutRecipient' | undefined },
): MessageView {
  const { step, school, danger, route, answers, staff, notice, problems = [] } = input;
  const field = step.fields.find(({ name }) => name === input.field) ?? step.fields[0];
  const isFirst = field === step.fields[0];
  const { helpers, hasHelpers } = toDangerView({ ...danger, shown: danger.shown && isFirst });
  const before = step.id === 'danger' && isFirst ? beforeYouBegin(school) : [];
  const given = field ? readBack({ ...step, fields: [field] }, answers, staff).length > 0 : false;
  const paragraphs = [
    [notice, ...problems].filter(Boolean).join(' '),
    hasHelpers
      ? `In danger now? Call 999. Then tell, in person or by phone: ${helpers.map(({ text }) => text).join(' · ')}`
      : '',
    before.map(({ text }) => text.replace(/^• /, '')).join(' '),
    isFirst ? step.guidance.join(' ') : '',
    isFirst && step.id === 'kind' ? (route?.reason ?? '') : '',
    field ? choicesOf(field) : '',
    given ? 'There is an answer already. “skip” keeps it.' : '',
    'You can also write: skip · not known · back · send · later · cancel. To ask something else, begin with “ask:”.',
  ];
  return {
    title: `Step ${step.number} of ${step.count}: ${field ? (field.ownWords ?? questionOf(field, step.title)) : step.title}`,
    paragraphs: paragraphs.filter((text) => text !== '').slice(-8),
  };
}

function questionOf({ kind, label }: AskedField, title: string): string {
  return kind === 'yes-no' || kind === 'about' ? title : label;
}

function choicesOf({ kind, choices = [] }: AskedField): string {
  const numbered = choices.map(({ title }, at) => `${at + 1} ${title}`).join(' · ');
  switch (kind) {
    case 'about':
      return `${numbered}. Write numbers or the adult’s full name, with commas between: an adult who is named cannot get the report.`;
    case 'yes-no':
    case 'choice':
      return `Write the number or the words: ${numbered}`;
    case 'tick':
      return 'Write “yes” or “no”.';
    case 'date':
      return 'Write a day: today, yesterday, 20 November, 20/11/2026.';
    case 'time':
      return 'Write a time: 14:30, 2.30 pm.';
    case 'text':
      return 'Write it as one message. Send it when it is whole.';
  }
}
