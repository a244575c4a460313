import { z } from 'zod/v4';
import type { Answers, Subject } from '../../domain/incidents/answers.ts';
import { aboutChoices, incidentSteps } from '../../domain/incidents/incident-steps.ts';
import { isPerson, nobodyPicked } from '../../domain/incidents/read-given.ts';
import { mostStaffChoices, type StaffChoice } from '../../domain/incidents/staff-choices.ts';
import type { AskedField } from '../../domain/incidents/steps-for.ts';
import { cutText, weightOf } from '../cut-text.ts';

/** Labels and hints are our own words: an input may read Markdown, so nothing that people wrote gets there. */
const pickLabel = 'Which adult? Pick them, so that it cannot reach them';
const replaceLabel = 'Put what I write now in place of what was saved';
const pickHint = 'Pick a name';
const all = incidentSteps.flatMap(({ fields }) => fields);
const ownWords = z.enum([
  pickLabel,
  replaceLabel,
  pickHint,
  '',
  ...all.flatMap(({ label, hint = '' }) => [label, hint]),
]);

/** One input of a card. Exactly one of the `is…` is on. */
export const FieldView = z.strictObject({
  id: z.string().regex(/^[a-zA-Z]+$/),
  label: ownWords,
  hint: ownWords,
  /** The school's own words for the question. */
  hasOwnWords: z.boolean(),
  ownWords: z.string(),
  isLong: z.boolean(),
  isShort: z.boolean(),
  isExpanded: z.boolean(),
  isCompact: z.boolean(),
  isMany: z.boolean(),
  isDate: z.boolean(),
  isTime: z.boolean(),
  isTick: z.boolean(),
  /** Of choices, days, times and ticks alone: what somebody wrote stands in `saved`. */
  value: z.string().regex(/^[a-z0-9:,-]*$/),
  choices: z.array(z.strictObject({ title: z.string(), value: z.string().regex(/^[a-z0-9-]+$/) })),
  hasSaved: z.boolean(),
  savedTitle: z.string(),
  saved: z.string(),
});
export type FieldView = z.infer<typeof FieldView>;

const blank: FieldView = {
  id: '',
  label: '',
  hint: '',
  hasOwnWords: false,
  ownWords: '',
  isLong: false,
  isShort: false,
  isExpanded: false,
  isCompact: false,
  isMany: false,
  isDate: false,
  isTime: false,
  isTick: false,
  value: '',
  choices: [],
  hasSaved: false,
  savedTitle: '',
  saved: '',
};

/** Room for a text that is there already, in bytes: 500 ordinary characters. The whole of it is kept. */
const savedLimit = 1_000;
/** Room for the adults who can be picked. */
const staffRoom = 13_000;
/** More choices than this are folded away. */
const mostExpanded = 5;

/** The inputs of a card. A yes-no question has none: it takes one press. */
export function toFieldViews(
  fields: readonly AskedField[],
  answers: Answers,
  staff: readonly StaffChoice[],
): FieldView[] {
  const views = fields.flatMap((field) => toFieldView(field, answers, staff));
  const adds = views.some(({ isLong, isShort, hasSaved }) => (isLong || isShort) && hasSaved);
  return adds ? [...views, { ...blank, id: 'replace', label: replaceLabel, isTick: true, value: 'false' }] : views;
}

function toFieldView(field: AskedField, answers: Answers, staff: readonly StaffChoice[]): FieldView[] {
  const { name, kind, label, hint = '', choices = [], short = false, ownWords: own } = field;
  const given = answers[name];
  const value = typeof given === 'string' ? given : '';
  const view = { ...blank, id: name, label, hint, hasOwnWords: own !== undefined, ownWords: own ?? '' };
  switch (kind) {
    case 'yes-no':
      return [];
    case 'about':
      return aboutViews(view, answers.about, staff);
    case 'choice': {
      const isExpanded = choices.length <= mostExpanded;
      return [{ ...view, isExpanded, isCompact: !isExpanded, value, choices: [...choices] }];
    }
    case 'date':
      return [{ ...view, isDate: true, value }];
    case 'time':
      return [{ ...view, isTime: true, value }];
    case 'tick':
      return [{ ...view, isTick: true, value: String(given === true) }];
    case 'text': {
      const saved = cutText(value, savedLimit);
      const savedTitle = 'Saved so far. What you write now is added to it.';
      return [{ ...view, isLong: !short, isShort: short, hasSaved: value !== '', savedTitle, saved }];
    }
  }
}

function aboutViews(view: FieldView, about: readonly Subject[], staff: readonly StaffChoice[]): FieldView[] {
  const picked = about.filter(isPerson);
  const groups = about.filter((subject) => !isPerson(subject));
  const names = picked.map((subject) => staff.find((each) => each.subject === subject)?.title ?? subjectTitle(subject));
  return [
    { ...view, isMany: true, value: groups.join(','), choices: [...aboutChoices] },
    {
      ...blank,
      id: 'person',
      label: pickLabel,
      hint: pickHint,
      isCompact: true,
      choices: [
        ...(picked.length > 0 ? [{ title: 'Take back those picked so far', value: nobodyPicked }] : []),
        ...fitting(staff),
      ],
      hasSaved: picked.length > 0,
      savedTitle: 'Picked so far. The report cannot reach them.',
      saved: cutText(names.join(' · '), savedLimit),
    },
  ];
}

/** As many as fit a card; role holders stand first. */
function fitting(staff: readonly StaffChoice[]): FieldView['choices'] {
  const choices = staff.slice(0, mostStaffChoices).map(({ title, value }) => ({ title: cutText(title, 160), value }));
  while (weightOf(choices) > staffRoom) choices.pop();
  return choices;
}

const roleSubjects: Readonly<Record<string, string>> = {
  'role:head': 'The headteacher',
  'role:dsl': 'The Designated Safeguarding Lead',
  'role:deputyDsl': 'A deputy Designated Safeguarding Lead',
  'role:chair': 'The Chair of Governors',
};

/** Whom a report is about, for somebody who may know it. */
export function subjectTitle(subject: Subject): string {
  const choice = aboutChoices.find(({ value }) => value === subject);
  return choice?.title ?? roleSubjects[subject] ?? 'Somebody who is not in the staff list any more';
}
