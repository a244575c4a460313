import type { RankedClause } from '../../src/domain/answering/answer.ts';
import type { Person } from '../../src/domain/people/school.ts';
import { BroadcastSettings } from '../../src/domain/people/broadcast-settings.ts';
import { SignoffSettings } from '../../src/domain/people/signoff-settings.ts';
import type { Clause } from '../../src/domain/policies/clause.ts';
import type { SchoolLibrary } from '../../src/domain/policies/library.ts';
import type { FrontMatter, Policy } from '../../src/domain/policies/policy.ts';

export const today = '2026-11-20';

/** A person of the school; unnamed facts are as plain as can be. */
export function person(id: string, facts: Partial<Person> = {}): Person {
  return { id, name: id, roles: [], away: [], ...facts };
}

/** A clause of the phone policy. */
export function clause(id: string, text: string, facts: Partial<Clause> = {}): Clause {
  return { id, kind: 'rule', ref: id, headingPath: ['2 Your own phone'], text, line: 1, ...facts };
}

/** The phone policy, owned by the DSL, in date. */
export function phonePolicy(clauses: readonly Clause[], cover: Partial<FrontMatter> = {}): Policy {
  return {
    cover: {
      id: 'phones',
      title: 'Phone Policy',
      status: 'in-force',
      owner: 'dsl',
      version: '2.1',
      approved: '2026-03-12',
      reviewDue: '2027-03-31',
      audience: ['staff'],
      signoff: 'none',
      ...cover,
    },
    schoolId: 'marlow-bridge',
    clauses,
    contentHash: '',
    file: 'phones.md',
    markdown: '',
  };
}

export const people = {
  jo: person('jo', { name: 'Jo Baker', upn: 'jo@marlow.example', roles: ['dsl'], phone: '01632 960102' }),
  sam: person('sam', { name: 'Sam Lee', upn: 'sam@marlow.example', roles: ['deputyDsl'], phone: '01632 960103' }),
  helen: person('helen', {
    name: 'Helen Marsh',
    roles: ['head'],
    phone: '01632 960101',
    email: 'helen@marlow.example',
  }),
  ruth: person('ruth', { name: 'Ruth Obi', roles: ['chair'] }),
};

/** Jo is away today and Sam covers. */
export const joAway: Person = { ...people.jo, away: [{ from: today, to: today, cover: 'sam' }] };

export function library(policies: readonly Policy[], staff: readonly Person[] = Object.values(people)): SchoolLibrary {
  return {
    school: {
      id: 'marlow-bridge',
      name: 'Marlow Bridge Primary School',
      timeZone: 'Europe/London',
      people: [...staff],
      routes: [],
      slips: [],
      groups: [],
      signoffs: SignoffSettings.parse({}),
      broadcasts: BroadcastSettings.parse({}),
      contacts: [],
      terms: [],
      duties: [],
    },
    policies,
  };
}

export function ranked(policy: Policy, index = 0): RankedClause {
  const clause = policy.clauses[index];
  if (!clause) throw new Error(`the policy has no clause ${index}`);
  return { policy, clause, score: 0.8 };
}
