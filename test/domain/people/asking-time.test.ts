import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAskingTime, nextAskingTime } from '../../../src/domain/people/asking-time.ts';
import { isOpenOn, moveDay, openDayAfter, openDayBefore, openDayUpTo } from '../../../src/domain/people/school-days.ts';
import { schoolDay } from '../../../src/domain/people/school-day.ts';
import { School } from '../../../src/domain/people/school.ts';

const school = School.parse({
  id: 'hill',
  name: 'Hill School',
  timeZone: 'Europe/London',
  people: [{ id: 'ada', name: 'Ada Hill' }],
  contacts: [{ id: 'edt', name: 'Duty team', for: 'children', phone: '01632 960611', checkedOn: '2026-09-01' }],
  reporting: { outOfHours: 'edt', closed: ['2026-11-25'] },
  terms: [
    { name: 'Autumn', from: '2026-09-02', to: '2026-10-23' },
    { name: 'Autumn 2', from: '2026-11-02', to: '2026-12-18' },
    { name: 'Spring', from: '2027-01-04', to: '2027-03-25' },
  ],
});

describe('when people may be asked', () => {
  it.each([
    ['2026-11-24T10:00:00Z', '2026-11-24T10:00:00.000Z'],
    ['2026-11-24T07:29:59Z', '2026-11-24T07:30:00.000Z'],
    ['2026-11-24T18:00:00Z', '2026-11-26T07:30:00.000Z'], // closed on the 25th
    ['2026-11-27T18:00:00Z', '2026-11-30T07:30:00.000Z'], // a weekend
    ['2026-10-23T17:00:00Z', '2026-11-02T07:30:00.000Z'], // 18:00 by the clock on the wall; half term
    ['2026-09-02T05:00:00Z', '2026-09-02T06:30:00.000Z'], // summer time
    ['2026-12-21T10:00:00Z', '2027-01-04T07:30:00.000Z'],
    ['2027-03-26T10:00:00Z', '2027-03-26T10:00:00.000Z'], // the terms have ended: a Friday counts
    ['2027-03-27T10:00:00Z', '2027-03-29T06:30:00.000Z'],
  ])('%s: %s', (now, next) => {
    expect(nextAskingTime(school, new Date(now)).toISOString()).toBe(next);
  });

  it('is never in the past, and always a time at which people may be asked', () => {
    const range = { min: new Date('2026-08-01T00:00:00Z'), max: new Date('2027-08-01T00:00:00Z'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(range), (now) => {
        const next = nextAskingTime(school, now);
        expect(next >= now).toBe(true);
        expect(isAskingTime(school, next)).toBe(true);
        expect(isOpenOn(school, schoolDay(next, school))).toBe(true);
      }),
    );
  });
});

describe('school days', () => {
  it('are counted over weekends, holidays and closed days', () => {
    expect(openDayAfter(school, '2026-11-23', 2)).toBe('2026-11-26');
    expect(openDayAfter(school, '2026-10-23', 1)).toBe('2026-11-02');
    expect(openDayBefore(school, '2026-11-26', 1)).toBe('2026-11-24');
    expect(openDayUpTo(school, '2026-11-29')).toBe('2026-11-27');
    expect(openDayUpTo(school, '2026-11-27')).toBe('2026-11-27');
  });

  it('after and before are each other’s way back', () => {
    const days = fc.integer({ min: 0, max: 300 }).map((n) => moveDay('2026-09-02', n));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 20 }), (day, count) => {
        const start = openDayUpTo(school, day);
        expect(openDayBefore(school, openDayAfter(school, start, count), count)).toBe(start);
      }),
    );
  });

  it('end even where every day is closed', () => {
    const closed = Array.from({ length: 1000 }, (_, n) => moveDay('2026-01-01', n));
    const never = { terms: [], reporting: { ...school.reporting, closed } } as unknown as School;
    expect(openDayAfter(never, '2026-06-01', 1) > '2026-06-01').toBe(true);
  });
});
