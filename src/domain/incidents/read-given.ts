import type { z } from 'zod/v4';
import { Answers, longestAnswer, type Subject } from './answers.ts';
import { aboutChoices } from './incident-steps.ts';
import type { StaffChoice } from './staff-choices.ts';
import type { AskedField, AskedStep } from './steps-for.ts';

/** What a form or a message brought, by the names of the fields. A client leaves out what is empty. */
export type Given = Readonly<Record<string, string | undefined>>;

export interface ReadGiven {
  readonly answers: Answers;
  /** Sentences on what was not taken and why; everything else was. */
  readonly problems: readonly string[];
}

interface Context {
  /** YYYY-MM-DD in the school's zone. */
  readonly today: string;
  readonly staff: readonly StaffChoice[];
}

/**
 * Puts what was given on one card into the answers. What is empty changes nothing: "not known" is always an answer. A text
 * that is there already is added to, or replaced where `replace` is on; nothing of it is ever cut.
 */
export function readGiven(step: AskedStep, answers: Answers, given: Given, context: Context): ReadGiven {
  let read: ReadGiven = { answers, problems: [] };
  for (const field of step.fields) {
    const { answers: next, problems } = readField(field, read.answers, given, context);
    read = { answers: next, problems: [...read.problems, ...problems] };
  }
  return { ...read, answers: withoutDescription(read.answers) };
}

/** A report about an image holds nothing that could describe it, whatever was written before. */
export function withoutDescription(answers: Answers): Answers {
  if (answers.image !== 'yes') return answers;
  const { at, turn, danger, image, imageOn, about, aboutRecipient } = answers;
  return Answers.parse({ at, turn, danger, image, imageOn, about, aboutRecipient });
}

function readField(field: AskedField, answers: Answers, given: Given, context: Context): ReadGiven {
  const { name, kind, choices } = field;
  const value = given[name]?.trim() ?? '';
  const taken = (change: Partial<Answers>): ReadGiven => ({ answers: { ...answers, ...change }, problems: [] });
  const refused = (problem: string): ReadGiven => ({ answers, problems: [problem] });
  switch (kind) {
    case 'about':
      return readAbout(answers, given, context);
    case 'tick':
      return given[name] === undefined ? taken({}) : taken({ [name]: value === 'true' });
    case 'yes-no':
    case 'choice':
      return choices?.some((choice) => choice.value === value) ? taken({ [name]: value }) : taken({});
    case 'date':
      if (value === '') return taken({});
      if (!fits('happenedOn', value)) return refused(`“${field.label}” was not a day, so it was not taken.`);
      return value > context.today ? refused('A day that has not come yet was not taken.') : taken({ [name]: value });
    case 'time':
      if (value === '') return taken({});
      return fits('happenedAt', value)
        ? taken({ [name]: value })
        : refused('The time was not taken. Write it as 14:30.');
    case 'text': {
      if (value === '') return taken({});
      const before = answers[name];
      const whole =
        typeof before === 'string' && before !== '' && given['replace'] !== 'true' ? `${before}\n${value}` : value;
      return whole.length > longestAnswer
        ? refused(
            `What you wrote for “${field.label}” is longer than a report holds, so it was not taken. Please shorten it.`,
          )
        : taken({ [name]: whole });
    }
  }
}

/** The kinds of people that are ticked, and the adults who were picked so far, one more with each pick. */
function readAbout(answers: Answers, given: Given, { staff }: Context): ReadGiven {
  const ticked = (given['about'] ?? '').split(',');
  const pickedNow = staff.find(({ value }) => value === given['person'])?.subject;
  const before = given['person'] === nobodyPicked ? [] : answers.about.filter(isPerson);
  const persons = [...new Set([...before, ...(pickedNow ? [pickedNow] : [])])];
  const groups = aboutChoices
    .map(({ value }) => value)
    .filter((value) => ticked.includes(value) && !(value === 'staff' && persons.length > 0));
  const read = Answers.shape.about.safeParse([...groups, ...persons]);
  if (!read.success)
    return { answers, problems: ['That is more people than a report holds. Name the others on a later card.'] };
  return { answers: { ...answers, about: read.data }, problems: [] };
}

/** What the card sends to take back the adults who were picked. */
export const nobodyPicked = 'none';

/** Whether somebody was picked as a person, and not only as one of a kind. */
export function isPerson(subject: Subject): boolean {
  return subject.includes(':');
}

function fits<Name extends keyof typeof Answers.shape>(name: Name, value: string): boolean {
  const schema: z.ZodType = Answers.shape[name];
  return schema.safeParse(value).success;
}
