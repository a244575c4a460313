import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate } from '../../src/documents/cover/read-dates.ts';

test.each([
  ['Approved by FGB: 03/02/21', '2021-02-03'],
  ['Adopted on 5th June 2020', '2020-06-05'],
  ['1st of September, 2024', '2024-09-01'],
  ['June 3, 2024', '2024-06-03'],
  ['review_date: 2014-08-13', '2014-08-13'],
  ['12.11.2023', '2023-11-12'],
])('a printed day is read as that day: %s', (text, date) => {
  expect(readDate(text)).toMatchObject({ date, exact: true });
});

test.each([
  ['Next review: June 2023', '2023-06-30'],
  ['Sept. 2025', '2025-09-30'],
  ['February 2024', '2024-02-29'],
  ['03/2026', '2026-03-31'],
])('a printed month is read as its last day, and said to be a guess: %s', (text, date) => {
  expect(readDate(text)).toMatchObject({ date, exact: false });
});

test.each(['31/02/2024', '45 June 2020', 'Autumn 2024', 'every three years', 'telephone 020 7946 0123', ''])(
  'no date is made up: %s',
  (text) => {
    expect(readDate(text)).toBeUndefined();
  },
);

test('the first of two dates is taken', () => {
  expect(readDate('Approved 3 May 2024, review May 2026')?.date).toBe('2024-05-03');
});

test('every day there is comes back from the way Britain prints it', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (day) => {
      const iso = day.toISOString().slice(0, 10);
      const printed = day.toLocaleDateString('en-GB', {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      });
      expect(readDate(printed)?.date).toBe(iso);
      expect(readDate(iso.split('-').reverse().join('/'))?.date).toBe(iso);
    }),
  );
});
