import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { School } from '../../../src/domain/people/school.ts';
import { addSchoolTime, endOfSchoolDay, isSchoolTime, nextSchoolTime } from '../../../src/domain/people/school-time.ts';

const hour = 3_600_000;
const base = {
  id: 'hill',
  name: 'Hill School',
  timeZone: 'Europe/London',
  people: [{ id: 'ada', name: 'Ada Hill' }],
  contacts: [{ id: 'edt', name: 'Duty team', for: 'children', phone: '01632 960611', checkedOn: '2026-09-01' }],
  terms: [
    { name: 'Autumn', from: '2026-09-02', to: '2026-10-23' },
    { name: 'Autumn 2', from: '2026-11-02', to: '2026-12-18' },
    { name: 'Spring', from: '2027-03-01', to: '2027-04-02' },
  ],
  reporting: { outOfHours: 'edt', hours: { from: '08:30', to: '16:00' }, closed: ['2026-11-25'] },
};
const school = School.parse(base);
const at = (iso: string) => new Date(iso);

describe('school time', () => {
  it.each([
    ['2026-11-24T08:29:59Z', false],
    ['2026-11-24T08:30:00Z', true],
    ['2026-11-24T15:59:59Z', true],
    ['2026-11-24T16:00:00Z', false],
    ['2026-11-25T10:00:00Z', false], // closed
    ['2026-11-28T10:00:00Z', false], // a Saturday
    ['2026-10-26T10:00:00Z', false], // half term
    ['2026-09-02T07:30:00Z', true], // summer time
    ['2026-09-02T15:00:00Z', false],
  ])('%s: %s', (now, open) => {
    expect(isSchoolTime(school, at(now))).toBe(open);
  });

  it('opens again on the next school day, over a closed day, a weekend, a holiday', () => {
    const next = (now: string) => nextSchoolTime(school, at(now))?.toISOString();
    expect(next('2026-11-24T10:00:00Z')).toBe('2026-11-24T10:00:00.000Z');
    expect(next('2026-11-24T06:00:00Z')).toBe('2026-11-24T08:30:00.000Z');
    expect(next('2026-11-24T16:00:00Z')).toBe('2026-11-26T08:30:00.000Z');
    expect(next('2026-11-27T18:00:00Z')).toBe('2026-11-30T08:30:00.000Z');
    expect(next('2026-10-23T15:00:00Z')).toBe('2026-11-02T08:30:00.000Z');
    expect(next('2027-04-02T20:00:00Z')).toBeUndefined();
    expect(nextSchoolTime({ ...school, terms: [] }, at('2026-11-24T10:00:00Z'))).toBeUndefined();
  });

  it('counts school hours only, across the change of the clocks', () => {
    const add = (from: string, hours: number) => addSchoolTime(school, at(from), hours * hour).toISOString();
    expect(add('2026-11-24T09:00:00Z', 4)).toBe('2026-11-24T13:00:00.000Z');
    expect(add('2026-11-24T14:00:00Z', 4)).toBe('2026-11-26T10:30:00.000Z');
    expect(add('2026-11-24T14:00:00Z', 2)).toBe('2026-11-24T16:00:00.000Z');
    expect(add('2026-11-28T03:00:00Z', 4)).toBe('2026-11-30T12:30:00.000Z');
    // 23 October is in summer time, 2 November is not.
    expect(add('2026-10-23T13:00:00Z', 4)).toBe('2026-11-02T10:30:00.000Z');
    expect(add('2027-03-26T15:00:00Z', 4)).toBe('2027-03-29T10:30:00.000Z');
    expect(add('2026-11-24T20:00:00Z', 0)).toBe('2026-11-24T20:00:00.000Z');
  });

  it('goes by weekdays where the terms have ended, so that no clock stops', () => {
    expect(addSchoolTime(school, at('2027-04-02T14:00:00Z'), 4 * hour)).toEqual(at('2027-04-05T10:30:00Z'));
    expect(isSchoolTime(school, at('2027-04-05T10:00:00Z'))).toBe(false);
    expect(endOfSchoolDay({ ...school, terms: [] }, at('2026-11-28T12:00:00Z'))).toEqual(at('2026-11-30T16:00:00Z'));
  });

  it('ends each day at the school’s own hour', () => {
    expect(endOfSchoolDay(school, at('2026-11-24T10:00:00Z'))).toEqual(at('2026-11-24T16:00:00Z'));
    expect(endOfSchoolDay(school, at('2026-11-24T16:00:00Z'))).toEqual(at('2026-11-26T16:00:00Z'));
    expect(endOfSchoolDay(school, at('2026-09-02T10:00:00Z'))).toEqual(at('2026-09-02T15:00:00Z'));
  });

  it('has the usual hours where the school says nothing, in its own zone', () => {
    const quiet = { ...school, reporting: undefined, timeZone: 'America/New_York' };
    expect(isSchoolTime(quiet, at('2026-11-24T13:29:00Z'))).toBe(false);
    expect(isSchoolTime(quiet, at('2026-11-24T13:30:00Z'))).toBe(true);
  });

  it('adds up: later or as late, in school time, and the same in one step as in two', () => {
    const first = Date.parse('2026-09-01T00:00:00Z');
    const instant = fc.integer({ min: first, max: Date.parse('2026-12-18T00:00:00Z') }).map((ms) => new Date(ms));
    const length = fc.integer({ min: 1, max: 20 * hour });
    fc.assert(
      fc.property(instant, length, length, (from, one, two) => {
        const whole = addSchoolTime(school, from, one + two);
        expect(whole.getTime() - from.getTime()).toBeGreaterThanOrEqual(one + two);
        expect(isSchoolTime(school, new Date(whole.getTime() - 1))).toBe(true);
        expect(addSchoolTime(school, addSchoolTime(school, from, one), two)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });
});
