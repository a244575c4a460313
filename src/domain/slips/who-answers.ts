import type { Subject } from '../incidents/answers.ts';
import { rolesAbove, whoReceives, type Receiver } from '../incidents/who-receives.ts';
import { whomItIsAbout } from '../incidents/whom-it-is-about.ts';
import { actingHolders, standingFor } from '../people/acting-holders.ts';
import type { KeyOf } from '../people/keys-of-people.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Role } from '../people/role.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { Person, School } from '../people/school.ts';
import { kindOf } from './kinds-of.ts';
import type { SlipKind } from './slip-kind.ts';

export interface WhoAnswersInput {
  readonly kind: SlipKind;
  readonly about: readonly Subject[];
  readonly author: PersonKey;
  /** With stored absences. */
  readonly school: School;
  /** YYYY-MM-DD in the school's time zone. */
  readonly today: string;
  readonly keyOf: KeyOf;
  /** Nobody of these answered in time, so the next are asked as well. */
  readonly handedOn?: boolean | undefined;
}

/**
 * Who is to answer a slip on `today`, by the rules of reports (`whoReceives`): those whom school.yaml names for its kind, or
 * the head, or whoever stands in; about the head the chair. Nobody answers their own, and nobody what is about them: the
 * next above does. Where it was handed on the next do as well. Empty where nobody is left.
 */
export function whoAnswers(input: WhoAnswersInput): Receiver[] {
  const named = receiversOf(input, kindOf(input.school, input.kind)?.to ?? ['head']);
  return input.handedOn ? [...named, ...whoIsNext(input, named)] : named;
}

/** Who is asked where those of a role do not answer, nearest first: whoever stands in for them, then whoever is above. */
const nextAfter: Partial<Record<Role, readonly Role[]>> = {
  head: ['deputyHead', 'chair'],
  deputyHead: ['head', 'chair'],
  chair: ['registeredPerson'],
  registeredPerson: ['chair'],
};
const nextAfterOthers: readonly Role[] = ['head', 'deputyHead', 'chair'];

/**
 * Who is asked next where `named` do not answer: of the first role that has anybody whom Teams knows and who is neither its
 * author nor asked already. A role that somebody stands for whom it is about is passed over whole, as in `whoReceives`.
 */
export function whoIsNext(input: WhoAnswersInput, named: readonly Receiver[]): Receiver[] {
  const { school, today, keyOf, author } = input;
  const { people } = aboutOf(input);
  for (const role of new Set(named.flatMap((one) => nextAfter[one.role] ?? nextAfterOthers))) {
    if (standingFor(school, role, today).some(({ person }) => people.has(person.id))) continue;
    const found = actingHolders(school, role, today).filter(({ person }) => {
      const key = keyOf(person);
      return key && !isSamePerson(key, author) && !named.some((one) => one.person.id === person.id);
    });
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * Everybody whom it could come to today or later: who is named for its kind or is above, who stands in for one of them, and
 * whom it could be handed on to; the nearest first. Not its author, and nobody whom it is about.
 */
export function whoCouldAnswer(input: WhoAnswersInput): Person[] {
  const { school, kind, today, keyOf, author } = input;
  const about = aboutOf(input);
  const to = kindOf(school, kind)?.to ?? [];
  const roles: readonly Role[] = about.groups.has('head')
    ? ['chair', 'registeredPerson']
    : [...to.flatMap((role) => [role, ...rolesAbove(role)]), 'head', 'deputyHead', 'chair', 'registeredPerson'];
  const receivers = [
    ...whoAnswers({ ...input, handedOn: true }),
    ...roles.flatMap((role) => standingFor(school, role, today)),
  ];
  const all = receivers.map(({ person }) => person);
  return [...new Set(all)].filter((person) => !about.people.has(person.id) && !isSamePerson(keyOf(person), author));
}

/** Whether this person may answer it today: they are named, or hold or cover a role of somebody who is. */
export function mayAnswer(input: WhoAnswersInput, reader: PersonKey): boolean {
  return standsFor(input, reader, whoAnswers(input));
}

/** Whether they may read it: its author, who may answer it, and the head or whoever stands in, unless it is about them. */
export function mayReadSlip(input: WhoAnswersInput, reader: PersonKey): boolean {
  if (isSamePerson(input.author, reader) || mayAnswer(input, reader)) return true;
  return standsFor(input, reader, receiversOf(input, ['head']));
}

function receiversOf(input: WhoAnswersInput, named: readonly Role[]): Receiver[] {
  const about = aboutOf(input);
  const to: Role[] = about.groups.has('head') ? ['chair'] : [...named];
  const isReporter = (person: Person) => isSamePerson(input.keyOf(person), input.author);
  const { receivers } = whoReceives({ ...input, route: { rule: 'slip', to, outside: [] }, about, isReporter });
  return receivers.filter(({ person }) => !isReporter(person));
}

function standsFor(input: WhoAnswersInput, reader: PersonKey, receivers: readonly Receiver[]): boolean {
  const { school, today, author, keyOf } = input;
  if (isSamePerson(author, reader)) return false;
  const { people } = aboutOf(input);
  const roles = [...new Set(receivers.map(({ role }) => role))];
  return roles
    .flatMap((role) => standingFor(school, role, today))
    .some(({ person }) => isSamePerson(keyOf(person), reader) && !people.has(person.id));
}

function aboutOf({ school, about, today, keyOf }: WhoAnswersInput) {
  return whomItIsAbout({ school, kind: undefined, about, aboutRecipient: {}, today, keyOf });
}
