import { DateTime } from 'luxon';
import type { Subject } from './answers.ts';
import type { Given } from './read-given.ts';
import { peopleCalled } from '../people/people-called.ts';
import type { StaffChoice } from './staff-choices.ts';
import type { AskedField } from './steps-for.ts';

/**
 * What somebody wrote as the answer to one question: as a form would have brought it, or whom it is about; or a sentence on
 * what was not understood.
 */
export type ReadTyped =
  | { readonly kind: 'given'; readonly given: Given }
  | { readonly kind: 'about'; readonly about: readonly Subject[] }
  | { readonly kind: 'unclear'; readonly problem: string };

/** `today` is YYYY-MM-DD in the school's zone. A text is taken as it is; anything else is a number or words of a choice. */
export function readTyped(
  field: AskedField,
  written: string,
  { today, staff }: { today: string; staff: readonly StaffChoice[] },
): ReadTyped {
  const text = written.trim();
  const given = (value: string): ReadTyped => ({ kind: 'given', given: { [field.name]: value } });
  switch (field.kind) {
    case 'text':
      return given(text);
    case 'about':
      return readAbout(field, text, staff);
    case 'yes-no':
    case 'choice': {
      const value = choiceOf(field, text);
      return value === undefined ? unclear('That was none of the choices, so nothing was taken.') : given(value);
    }
    case 'tick': {
      const yes = /^(y|yes|1|please|yes please)$/i.test(text);
      if (!yes && !/^(n|no|2|no thanks|no thank you)$/i.test(text)) return unclear('Please write “yes” or “no”.');
      return given(String(yes));
    }
    case 'date': {
      const day = dayOf(text, today);
      return day === undefined ? unclear('That was no day that can be read, so nothing was taken.') : given(day);
    }
    case 'time': {
      const time = timeOf(text);
      return time === undefined ? unclear('That was no time that can be read, so nothing was taken.') : given(time);
    }
  }
}

const otherWords: Readonly<Record<string, readonly string[]>> = {
  yes: ['y', 'yes', 'yeah', 'yep'],
  no: ['n', 'no', 'nope'],
  'not-known': ['not known', 'unknown', 'dont know', 'i dont know', 'not sure', 'unsure', 'no idea'],
  pupil: ['pupil', 'a pupil', 'child', 'a child', 'student', 'pupils', 'children'],
  staff: ['staff', 'adult', 'an adult', 'a member of staff', 'member of staff', 'teacher', 'a teacher', 'colleague'],
  outsider: ['outsider', 'somebody outside', 'someone outside', 'outside', 'parent', 'a parent', 'stranger'],
};

const roleWords: readonly (readonly [Subject, RegExp])[] = [
  ['role:deputyDsl', /^(the |a )?(deputy (dsl|designated safeguarding lead)|ddsl)$/],
  ['role:dsl', /^(the )?(dsl|designated safeguarding lead|safeguarding lead)$/],
  ['role:head', /^(the )?(head|headteacher|head teacher|principal)$/],
  ['role:chair', /^(the )?(chair|chair of governors)$/],
];

function choiceOf({ choices = [] }: AskedField, text: string): string | undefined {
  const plain = plainOf(text);
  const byNumber = /^\d{1,2}$/.test(plain) ? choices[Number(plain) - 1]?.value : undefined;
  const byWords = choices.find(({ value, title }) => plainOf(title) === plain || otherWords[value]?.includes(plain));
  const begun = choices.filter(({ title }) => plain.length > 3 && plainOf(title).includes(plain));
  return byNumber ?? byWords?.value ?? (begun.length === 1 ? begun[0]?.value : undefined);
}

/** Numbers, words, roles and full names, with commas between. A name that fits nobody or several is asked again. */
function readAbout(field: AskedField, text: string, staff: readonly StaffChoice[]): ReadTyped {
  const about = new Set<Subject>();
  for (const part of text.split(/,|;|\n|\band\b|&/i).map((each) => each.trim())) {
    if (part === '') continue;
    const plain = plainOf(part);
    const role = roleWords.find(([, words]) => words.test(plain))?.[0];
    const choice = role ?? choiceOf(field, part);
    const called = choice === undefined ? peopleCalled(staff, part) : [];
    const [one] = called;
    if (choice !== undefined) about.add(choice);
    else if (one && called.length === 1) about.add(one.subject);
    else if (called.length > 1)
      return unclear('Several adults of the school have that name. Please write the full name.');
    else
      return unclear('No adult of the school has that name. Write the full name, or 2 for “An adult of the school”.');
  }
  if (about.size === 0) return unclear('Please say whom it is about. “Not known” is an answer too.');
  const isPicked = [...about].some((subject) => subject.includes(':'));
  return { kind: 'about', about: [...about].filter((subject) => !(isPicked && subject === 'staff')) };
}

const dayForms = [
  'yyyy-MM-dd',
  'd/M/yyyy',
  'd/M/yy',
  'd.M.yyyy',
  'd MMMM yyyy',
  'd MMM yyyy',
  'd MMMM',
  'd MMM',
  'd/M',
];

function dayOf(text: string, today: string): string | undefined {
  const plain = plainOf(text.replace(/(\d)(st|nd|rd|th)\b/gi, '$1'));
  const there = DateTime.fromISO(today, { zone: 'utc' });
  if (plain === 'today') return today;
  if (plain === 'yesterday') return there.minus({ days: 1 }).toISODate() ?? undefined;
  const written = text
    .trim()
    .replace(/(\d)(st|nd|rd|th)\b/gi, '$1')
    .replace(/^(on )?(the )?/i, '')
    .replace(/ of /i, ' ');
  for (const form of dayForms) {
    const day = DateTime.fromFormat(written, form, { zone: 'utc', locale: 'en-GB' });
    if (!day.isValid) continue;
    // Without a year the latest such day is meant.
    const dated = form.includes('yy') ? day : day.set({ year: there.year });
    return (dated > there && !form.includes('yy') ? dated.minus({ years: 1 }) : dated).toISODate() ?? undefined;
  }
  return undefined;
}

function timeOf(text: string): string | undefined {
  const [, hour = '', minute = '00', half] =
    /^(?:at |about |around )?(\d{1,2})(?:[:.h]?(\d{2}))? ?(am|pm|a\.m\.|p\.m\.)?$/i.exec(text.trim()) ?? [];
  if (hour === '' || (half === undefined && !/\d[:.h]?\d{2}/.test(text))) return undefined;
  const isPm = half?.toLowerCase().startsWith('p');
  const whole = half === undefined ? Number(hour) : (Number(hour) % 12) + (isPm ? 12 : 0);
  if (whole > 23 || Number(minute) > 59) return undefined;
  return `${String(whole).padStart(2, '0')}:${minute}`;
}

function plainOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function unclear(problem: string): ReadTyped {
  return { kind: 'unclear', problem };
}
