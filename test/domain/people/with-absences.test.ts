import { describe, expect, it } from 'vitest';
import type { Absence } from '../../../src/domain/people/absence.ts';
import { actingHolders, standingFor } from '../../../src/domain/people/acting-holders.ts';
import { Person, School } from '../../../src/domain/people/school.ts';
import { withAbsences } from '../../../src/domain/people/with-absences.ts';

const school = School.parse({
  id: 'hill',
  name: 'Hill School',
  timeZone: 'Europe/London',
  people: [
    Person.parse({ id: 'dan', name: 'Dan Hill', roles: ['dsl'] }),
    Person.parse({ id: 'pia', name: 'Pia Hill', roles: ['deputyDsl'] }),
    Person.parse({ id: 'tim', name: 'Tim Hill', roles: ['deputyHead'] }),
    Person.parse({ id: 'hana', name: 'Hana Hill', roles: ['head'] }),
  ],
});
const absence = (change: Partial<Absence> = {}): Absence => ({
  id: 'a1',
  schoolId: 'hill',
  personId: 'dan',
  cover: 'pia',
  from: '2026-11-23',
  to: '2026-11-27',
  at: '2026-11-23T07:00:00Z',
  ...change,
});
const dslOn = (day: string, ...absences: Absence[]) =>
  actingHolders(withAbsences(school, absences), 'dsl', day).map(({ person }) => person.id);

describe('absences said in Teams', () => {
  it('hold from the first to the last day, and end by themselves', () => {
    expect(dslOn('2026-11-22', absence())).toEqual(['dan']);
    expect(dslOn('2026-11-23', absence())).toEqual(['pia']);
    expect(dslOn('2026-11-27', absence())).toEqual(['pia']);
    expect(dslOn('2026-11-28', absence())).toEqual(['dan']);
  });

  it('end on the day on which the person is back, by the school’s own calendar', () => {
    // 00:30 in Summer time on 25 September is still the 24th in UTC.
    const summer = absence({ from: '2026-09-21', to: '2026-09-30', endedAt: '2026-09-24T23:30:00Z' });
    expect(dslOn('2026-09-24', summer)).toEqual(['pia']);
    expect(dslOn('2026-09-25', summer)).toEqual(['dan']);
    expect(dslOn('2026-11-23', absence({ endedAt: '2026-11-23T09:00:00Z' }))).toEqual(['dan']);
  });

  it('the latest said names the cover; those of other schools and of strangers change nothing', () => {
    expect(dslOn('2026-11-24', absence(), absence({ id: 'a2', cover: 'tim' }))).toEqual(['tim']);
    expect(withAbsences(school, [absence({ schoolId: 'dale' })])).toBe(school);
    expect(withAbsences(school, [absence({ personId: 'gone' })])).toEqual(school);
  });
});

describe('who answers for a role', () => {
  it('the stand-in where nobody who holds it is here, in their own role', () => {
    const away = withAbsences(school, [absence({ personId: 'hana', cover: 'nobody' })]);
    expect(actingHolders(away, 'head', '2026-11-24')).toMatchObject([{ person: { id: 'tim' }, role: 'deputyHead' }]);
    expect(standingFor(away, 'head', '2026-11-24').map(({ person }) => person.id)).toEqual(['hana', 'tim']);
    expect(actingHolders(school, 'chair', '2026-11-24')).toEqual([]);
  });
});
