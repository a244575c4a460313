import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schoolDay } from '../../../src/domain/people/school-day.ts';

const london = { timeZone: 'Europe/London' };

test.each([
  ['2026-11-20T12:00:00Z', '2026-11-20'],
  ['2026-11-20T23:59:59Z', '2026-11-20'],
  ['2026-11-21T00:00:00Z', '2026-11-21'],
])('in winter a London day is the UTC day: %s', (now, day) => {
  expect(schoolDay(new Date(now), london)).toBe(day);
});

test.each([
  ['2026-06-30T22:59:59Z', '2026-06-30'],
  ['2026-06-30T23:00:00Z', '2026-07-01'],
])('in summer a London day begins at 23:00 UTC: %s', (now, day) => {
  expect(schoolDay(new Date(now), london)).toBe(day);
});

test.each([
  ['the evening before the clocks go forward', '2026-03-28T23:30:00Z', '2026-03-28'],
  ['the hour that is skipped', '2026-03-29T01:00:00Z', '2026-03-29'],
  ['the first evening of summer time', '2026-03-29T23:30:00Z', '2026-03-30'],
  ['the evening before the clocks go back', '2026-10-24T23:30:00Z', '2026-10-25'],
  ['the hour that comes twice', '2026-10-25T00:30:00Z', '2026-10-25'],
  ['the first evening of winter time', '2026-10-25T23:30:00Z', '2026-10-25'],
])('the day holds on %s', (_, now, day) => {
  expect(schoolDay(new Date(now), london)).toBe(day);
});

test("another school's zone gives another day at the same instant", () => {
  const now = new Date('2026-11-20T17:00:00Z');
  expect(schoolDay(now, { timeZone: 'Asia/Tokyo' })).toBe('2026-11-21');
  expect(schoolDay(now, { timeZone: 'America/New_York' })).toBe('2026-11-20');
});

test('whatever was asked before, the day is the one that the calendar of the zone says', () => {
  const zones = [
    'Europe/London',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'America/St_Johns',
    'UTC',
  ];
  const hours = { min: Date.UTC(2026, 9, 24) / 3_600_000, max: Date.UTC(2026, 9, 27) / 3_600_000 };
  const minutes = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer(hours), minutes, (timeZone, hour, away) => {
      for (const minute of away) {
        const at = hour * 3_600_000 + minute * 60_000;
        const inSweden = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
        expect(schoolDay(new Date(at), { timeZone })).toBe(inSweden);
      }
    }),
    { numRuns: 200 },
  );
});
