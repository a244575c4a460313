import { expect, test } from 'vitest';
import { School } from '../../src/domain/people/school.ts';
import { createRestingSchools } from '../../src/jobs/resting-schools.ts';

const school = (id: string, quietHours: object) => ({
  school: School.parse({
    id,
    name: id,
    timeZone: 'Europe/London',
    people: [{ id: 'head', name: 'Ada Head', roles: ['head'] }],
    signoffs: { quietHours },
  }),
  policies: [],
});

test('each school rests in its own quiet hours and at weekends, and a new school is known a minute later', () => {
  const schools = [school('early', { from: '16:00', to: '07:00' }), school('late', { from: '20:00', to: '09:00' })];
  const atRest = createRestingSchools({ schools: () => schools });
  expect(atRest(new Date('2026-11-27T12:00:00Z'))).toEqual([]);
  expect(atRest(new Date('2026-11-27T15:59:59Z'))).toEqual([]);
  expect(atRest(new Date('2026-11-27T16:00:00Z'))).toEqual(['early']);
  expect(atRest(new Date('2026-11-27T20:00:00Z'))).toEqual(['early', 'late']);
  expect(atRest(new Date('2026-11-28T12:00:00Z'))).toEqual(['early', 'late']);
  expect(atRest(new Date('2026-11-30T08:00:00Z'))).toEqual(['late']);
  schools.push(school('new', { from: '16:00', to: '09:00' }));
  expect(atRest(new Date('2026-11-30T08:01:00Z'))).toEqual(['late', 'new']);
});
