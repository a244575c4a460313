import { holdersOf, type RoleHolder } from './holders-of.ts';
import { contactWords, roleWords, topicWords } from './role-words.ts';
import { roles, type Role } from './role.ts';
import type { Contact, Person, School } from './school.ts';

/** Whom school.yaml names for what was asked: at least one person or contact. */
export interface ContactFound {
  /** The role that was asked for, if it was one. */
  readonly role?: Role;
  readonly people: readonly RoleHolder[];
  readonly contacts: readonly Contact[];
}

/** What somebody asked for, in lower case and without articles ("dsl", "mrs nair", "lado"). */
export interface ContactAsked {
  readonly subject: string;
  /**
   * - `who`: who somebody is, or how to reach them
   * - `number`: a service's number, where the words of its purpose count as its name
   * - `lead`: who looks after a topic
   * - `cover`: who answers for somebody today; the subject may be empty
   * - `bare`: the words stood alone; a word that also names a topic then asks for the policy
   */
  readonly form: 'who' | 'number' | 'lead' | 'cover' | 'bare';
}

/**
 * Finds whom the school names for `asked` on `today` (YYYY-MM-DD in the school's zone), cover for absence included.
 * Undefined when school.yaml names nobody for it: then the question belongs to the policies.
 */
export function findContact(school: School, asked: ContactAsked, today: string): ContactFound | undefined {
  const { subject, form } = asked;
  if (form === 'cover' && subject === '') return { people: coverToday(school, today), contacts: [] };
  if (form === 'bare' && topicWords.includes(subject)) return undefined;
  const role = roles.find((candidate) => roleWords[candidate]?.includes(subject));
  const holders = role ? holdersOf(school, role, today) : [];
  if (role && holders.length > 0) return { role, people: holders, contacts: [] };
  const people = peopleCalled(school, subject, today);
  const contacts = contactsCalled(school, subject, form);
  return people.length + contacts.length > 0 ? { people, contacts } : undefined;
}

/** Whoever is away and who covers for them; on a day when nobody is, whom to go to first. */
function coverToday(school: School, today: string): RoleHolder[] {
  const holders = roles.flatMap((role) => holdersOf(school, role, today));
  const away = holders.filter((holder) => holder.away);
  const first: readonly Role[] = ['dsl', 'deputyDsl', 'head'];
  return once(away.length > 0 ? away : first.flatMap((role) => holdersOf(school, role, today)));
}

function peopleCalled(school: School, subject: string, today: string): RoleHolder[] {
  const [surname, ...others] = subject
    .replace(/^(mr|mrs|ms|miss|mx|dr|rev|sir) /, '')
    .split(' ')
    .reverse();
  const titled = /^(mr|mrs|ms|miss|mx|dr|rev|sir) /.test(subject);
  const isCalled = ({ name }: Person) => {
    const words = wordsOf(name);
    if (titled && others.length === 0) return words.at(-1) === surname;
    return words.join(' ') === subject || (words.length > 1 && others.length === 0 && words.includes(surname ?? ''));
  };
  return school.people.filter(isCalled).map((person) => holderFor(school, person, today));
}

function holderFor(school: School, person: Person, today: string): RoleHolder {
  const held = person.roles.flatMap((role) => holdersOf(school, role, today));
  return held.find((holder) => holder.person.id === person.id) ?? { person, away: false };
}

function contactsCalled(school: School, subject: string, form: ContactAsked['form']): Contact[] {
  const listedAs = contactWords.find(([said]) => said === subject)?.[1] ?? subject;
  const asked = wordsOf(listedAs).filter((word) => !['helpline', 'line', 'service', 'it'].includes(word));
  if (asked.length === 0) return [];
  const named = school.contacts.filter(({ name, id }) => {
    const words = wordsOf(name);
    const initials = words.map((word) => word[0]).join('');
    return asked.every((word) => words.includes(word)) || asked.join('-') === id || asked.join('') === initials;
  });
  if (named.length > 0 || form !== 'number') return named;
  return school.contacts.filter((contact) => {
    const words = wordsOf(contact.for);
    return asked.length > 1 && asked.every((word) => words.includes(word));
  });
}

function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase();
  return plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
}

function once(holders: readonly RoleHolder[]): RoleHolder[] {
  return holders.filter((holder, at) => holders.findIndex(({ person }) => person.id === holder.person.id) === at);
}
