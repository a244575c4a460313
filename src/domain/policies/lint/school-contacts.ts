import { monthsBetween, longDate } from './dates.ts';
import type { LintRule } from './lint-document.ts';

const phone = /^(?:\+44|0)[\d\s()-]{6,}$|^(?:999|101|111|119|112)$/;

/** Contacts of school.yaml that nobody has tried for a year, and telephone numbers that cannot be dialled. */
export const schoolContacts: LintRule = ({ school: place, today }) => {
  if (!place) return [];
  const { school, file, lineOf } = place;
  const unchecked = school.contacts
    .filter(({ checkedOn }) => monthsBetween(checkedOn, today) >= 12)
    .map(({ id, name, checkedOn }) => ({
      rule: 'contact-unchecked',
      severity: 'advice' as const,
      file,
      line: lineOf(`id: ${id}`),
      message: `${name} was last checked on ${longDate(checkedOn)}`,
      why: 'Numbers change, and this one is shown to staff who need help.',
      todo: 'Ring or write to it, then set checkedOn to the day on which you did.',
    }));
  const early = school.contacts
    .filter(({ checkedOn }) => checkedOn > today)
    .map(({ id, name, checkedOn }) => ({
      rule: 'contact-unchecked',
      severity: 'advice' as const,
      file,
      line: lineOf(`id: ${id}`),
      message: `${name} is said to have been checked on ${longDate(checkedOn)}, which is still to come`,
      why: 'Nobody can have checked it yet.',
      todo: 'Set checkedOn to the day on which somebody tried it.',
    }));
  const malformed = [...school.people, ...school.contacts]
    .filter((entry) => entry.phone !== undefined && !phone.test(entry.phone))
    .map((entry) => ({
      rule: 'contact-data',
      severity: 'error' as const,
      file,
      line: lineOf(`id: ${entry.id}`),
      message: `"${entry.phone}" of ${entry.name} cannot be dialled`,
      why: 'It is shown to staff who need help.',
      todo: 'Write the number as it is dialled, for example 01632 960100.',
    }));
  return [...unchecked, ...early, ...malformed];
};
