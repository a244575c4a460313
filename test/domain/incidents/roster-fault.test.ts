import { describe, expect, test } from 'vitest';
import { rosterFault, strangersIn } from '../../../src/domain/incidents/roster-fault.ts';
import { School, type Person } from '../../../src/domain/people/school.ts';

const today = '2026-11-20';
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const school = School.parse({
  id: 'oak',
  name: 'Oak School',
  timeZone: 'Europe/London',
  people: [
    { id: 'dsl', name: 'Dee', objectId: id(1), roles: ['dsl'] },
    { id: 'deputy', name: 'Dep', upn: 'dep@oak.example', roles: ['deputyDsl'] },
    { id: 'head', name: 'Hal', objectId: id(3), roles: ['head'] },
    {
      id: 'second',
      name: 'Sec',
      objectId: id(4),
      roles: ['deputyDsl'],
      away: [{ from: '2026-11-19', to: today, cover: 'cover' }],
    },
    { id: 'cover', name: 'Cov', objectId: id(5) },
  ],
});
const keyOf = ({ objectId, upn }: Person) => {
  const known = objectId ?? (upn === 'dep@oak.example' ? id(2) : undefined);
  return known === undefined ? undefined : { tenantId: 't', objectId: known };
};
const member = (objectId?: string) => ({ objectId, name: 'N', guest: false });
const fault = (members: ReturnType<typeof member>[], subjects: string[] = [], day = today) =>
  rosterFault({ members, school, today: day, keyOf, subjects });

describe('a channel takes a report', () => {
  test('with DSLs and deputies, by object id or sign-in name, away or not, and whoever covers', () => {
    expect(fault([member(id(1))])).toBeUndefined();
    expect(fault([1, 2, 4, 5].map((n) => member(id(n))))).toBeUndefined();
  });

  test.each([
    ['the head', member(id(3))],
    ['somebody whom nobody lists', member(id(9))],
    ['somebody without an account', member()],
  ])('not with %s in it', (_, other) => {
    expect(fault([member(id(1)), other])).toBe('roster-wider');
    expect(strangersIn({ members: [member(id(1)), other], school, today, keyOf })).toEqual([other]);
  });

  test('not with a cover whose days are over', () => {
    expect(fault([member(id(1)), member(id(5))], [], '2026-11-21')).toBe('roster-wider');
  });

  test('not with nobody in it', () => {
    expect(fault([])).toBe('roster-unreadable');
  });

  test.each([
    ['person of school.yaml', 'deputy', id(2)],
    ['member of staff', id(1), id(1)],
  ])('not with a subject in it, named as a %s', (_, subject, objectId) => {
    expect(fault([member(id(1)), member(objectId)], [subject])).toBe('roster-subject');
    expect(fault([member(id(4))], [subject])).toBeUndefined();
  });
});
