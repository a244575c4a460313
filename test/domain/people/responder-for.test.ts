import { expect, test } from 'vitest';
import type { Role } from '../../../src/domain/people/role.ts';
import { responderFor } from '../../../src/domain/people/responder-for.ts';
import { Person, School } from '../../../src/domain/people/school.ts';

const today = '2026-11-20';
const here = (id: string, ...roles: Role[]) => Person.parse({ id, name: `Name of ${id}`, roles });
const away = (id: string, cover: string, ...roles: Role[]) =>
  Person.parse({ id, name: `Name of ${id}`, roles, away: [{ from: today, to: today, cover }] });

function whoAnswers(role: Role, ...people: Person[]) {
  const whole = School.parse({ id: 'school', name: 'School', timeZone: 'Europe/London', people: [here('somebody')] });
  const school = { ...whole, people };
  const found = responderFor({ school, policies: [] }, role, today);
  return found && [found.person.id, found.role, found.standsInFor?.id];
}

test('a holder who is here answers, also where another holder is away and covered', () => {
  const people = [away('ann', 'cai', 'dsl'), here('ben', 'dsl'), here('cai', 'dsl')] as const;
  expect(whoAnswers('dsl', ...people)).toEqual(['ben', 'dsl', undefined]);
});

test('when all holders are away, whoever covers for one of them answers, before any deputy', () => {
  const people = [
    away('ann', 'nobody', 'dsl'),
    away('ben', 'cai', 'dsl'),
    here('cai'),
    here('dee', 'deputyDsl'),
  ] as const;
  expect(whoAnswers('dsl', ...people)).toEqual(['cai', 'dsl', 'ben']);
});

test('when nobody covers, a deputy answers, before the head', () => {
  const people = [away('ann', 'nobody', 'dsl'), here('dee', 'deputyDsl'), here('eve', 'head')] as const;
  expect(whoAnswers('dsl', ...people)).toEqual(['dee', 'deputyDsl', undefined]);
});

test('when neither holder nor deputy answers, the head does, or the head’s deputy, or nobody', () => {
  const lead = away('ann', 'nobody', 'ictLead');
  expect(whoAnswers('ictLead', lead, here('eve', 'head'))).toEqual(['eve', 'head', undefined]);
  expect(whoAnswers('ictLead', lead, away('eve', 'nobody', 'head'), here('fay', 'deputyHead'))).toEqual([
    'fay',
    'deputyHead',
    undefined,
  ]);
  expect(whoAnswers('ictLead', lead)).toBeUndefined();
});
