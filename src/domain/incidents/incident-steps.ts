import type { Answers } from './answers.ts';
import { incidentKinds } from './incident-kind.ts';
import { kindTable } from './kind-table.ts';

/** The cards of the dialog, in the order of domain.md D2: safety first, then whom it is about, before anything is written. */
export const stepIds = ['danger', 'image', 'about', 'kind', 'when', 'people', 'seen', 'more', 'review'] as const;
export type StepId = (typeof stepIds)[number];

/** The answers that the dialog asks for; the rest of `Answers` is kept by the dialog itself. */
export type FieldName = Exclude<keyof Answers, 'at' | 'turn' | 'taken' | 'aboutRecipient'>;

export interface Choice {
  readonly value: string;
  readonly title: string;
}

/**
 * - `yes-no`: answered with one press; `about`: whom it is about, see staff-choices.ts
 * - `choice`, `date`, `time`, `text`; `tick`: on or off
 */
export interface Field {
  readonly name: FieldName;
  readonly kind: 'yes-no' | 'about' | 'choice' | 'date' | 'time' | 'text' | 'tick';
  readonly label: string;
  /** Shown in the empty field. */
  readonly hint?: string;
  readonly choices?: readonly Choice[];
  /** A short text, on one line. */
  readonly short?: boolean;
}

/** One card of the dialog. */
export interface DialogStep {
  readonly id: StepId;
  readonly title: string;
  /** What to do and not to do. The words follow domain.md D2 and D3. */
  readonly guidance: readonly string[];
  readonly fields: readonly Field[];
  /** What the school's policies are asked, so that their own clause stands beside the question. */
  readonly asks?: string;
}

const notKnown = { value: 'not-known', title: 'Not known' };
const yesNo: readonly Choice[] = [{ value: 'yes', title: 'Yes' }, { value: 'no', title: 'No' }, notKnown];

/** Whom a report can be about besides a person who is picked. */
export const aboutChoices: readonly Choice[] = [
  { value: 'pupil', title: 'A pupil' },
  { value: 'staff', title: 'An adult of the school' },
  { value: 'outsider', title: 'Somebody outside the school' },
  notKnown,
];

const text = (name: FieldName, label: string, more: Partial<Field> = {}): Field => ({
  name,
  kind: 'text',
  label,
  ...more,
});

/**
 * The questions as data. Sources: domain.md D2 and, for what is never asked, D3: no file, no link, no description of an
 * image, no "why", no date of birth or address.
 */
export const incidentSteps: readonly DialogStep[] = [
  {
    id: 'danger',
    title: 'Is anyone in danger now?',
    guidance: ['If somebody is, do not write first: call 999, then go and find or phone the people above.'],
    fields: [{ name: 'danger', kind: 'yes-no', label: 'Is anyone in danger now?', choices: yesNo }],
  },
  {
    id: 'image',
    title: 'Does it involve a nude or indecent image of anyone under 18?',
    guidance: [
      'Do not look at it, copy it, forward it, print it, save it or delete it. Do not ask anybody to show it to you.',
      'Leave the device as it is. If “Yes”, the report is short and holds no description.',
    ],
    fields: [{ name: 'image', kind: 'yes-no', label: 'Is such an image involved?', choices: yesNo }],
    asks: 'What must I do if a pupil has a nude or indecent image of a child on a phone?',
  },
  {
    id: 'about',
    title: 'Whom is it about?',
    guidance: ['This decides who gets the report. Nobody whom it is about gets it.'],
    fields: [
      { name: 'about', kind: 'about', label: 'It is about', choices: aboutChoices },
      {
        name: 'imageOn',
        kind: 'choice',
        label: 'Where the image is, without opening it',
        choices: [
          { value: 'pupil-device', title: 'On a pupil’s device' },
          { value: 'school-device', title: 'On the school’s equipment' },
          { value: 'staff-device', title: 'On a device of an adult of the school' },
          { value: 'online', title: 'Online' },
          notKnown,
        ],
      },
    ],
  },
  {
    id: 'kind',
    title: 'What kind of thing is it?',
    guidance: ['Choose what comes nearest. You need not be sure: nobody asks you to judge or to look into it.'],
    fields: [
      {
        name: 'kind',
        kind: 'choice',
        label: 'What comes nearest',
        hint: 'Choose one',
        choices: incidentKinds
          .filter((kind) => kind !== 'image')
          .map((kind) => ({ value: kind, title: kindTable[kind].title })),
      },
    ],
  },
  {
    id: 'when',
    title: 'When and where did it happen?',
    guidance: ['Leave empty what you do not know.'],
    fields: [
      { name: 'happenedOn', kind: 'date', label: 'The day on which it happened' },
      { name: 'happenedAt', kind: 'time', label: 'About what time' },
      { name: 'learnedOn', kind: 'date', label: 'The day on which you learned of it' },
      text('place', 'Where', { short: true, hint: 'Room, playground, bus, at home …' }),
      text('platform', 'App, game or website', { short: true, hint: 'Its name; no link to an image' }),
      {
        name: 'device',
        kind: 'choice',
        label: 'Whose device or account',
        choices: [
          { value: 'school', title: 'The school’s' },
          { value: 'staff-own', title: 'An adult’s own' },
          { value: 'pupil-own', title: 'A pupil’s own' },
          { value: 'other', title: 'Somebody else’s' },
          notKnown,
        ],
      },
    ],
  },
  {
    id: 'people',
    title: 'Who was involved?',
    guidance: ['Full names, not initials. No date of birth, no address, nothing about health, faith or family.'],
    fields: [
      text('people', 'Names, what each had to do with it, year group', { hint: 'A line for each' }),
      text('onBehalfOf', 'If somebody without an account told you this: their name', { short: true }),
    ],
  },
  {
    id: 'seen',
    title: 'What was seen, heard or said?',
    guidance: [
      'Facts first. A child’s own words exactly as they said them, not put better.',
      'Do not go back to ask the child more, and do not describe any nude or indecent image.',
    ],
    fields: [
      text('seen', 'What you saw or heard yourself'),
      text('childsWords', 'The child’s own words, exactly'),
      text('opinion', 'What you think, apart from the facts'),
    ],
    asks: 'A child tells me something worrying. How do I write down what the child said?',
  },
  {
    id: 'more',
    title: 'What else should they know?',
    guidance: [
      'Say what evidence there is and where it is kept. Do not send it, here or to anybody.',
      'Do not delete anything.',
    ],
    fields: [
      {
        name: 'intent',
        kind: 'choice',
        label: 'Was it by accident or on purpose?',
        choices: [
          { value: 'accidental', title: 'By accident' },
          { value: 'deliberate', title: 'On purpose' },
          notKnown,
        ],
      },
      text('evidence', 'What evidence there is, and where it is kept'),
      text('done', 'What has been done so far'),
      text('whoKnows', 'Who knows of it'),
      text('wishes', 'What you would like to happen'),
      { name: 'wantsSupport', kind: 'tick', label: 'I would like support for myself' },
    ],
  },
  { id: 'review', title: 'Read it once more, then send it', guidance: [], fields: [] },
];

/** The report about an image is short: nothing in it can describe the image. */
export const imageSteps: readonly StepId[] = ['danger', 'image', 'about', 'review'];
